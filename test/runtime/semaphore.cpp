// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/semaphore.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

TEST(semaphore, lets_in_as_many_as_it_has_permits) {
  semaphore limit(2);
  int inside = 0, most = 0;
  auto work = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    most = std::max(most, ++inside);
    co_await sleep_for(1s);
    --inside;
  };
  auto main = [&]() -> task<duration> {
    std::vector<handle<void>> workers;
    for (int i = 0; i != 5; ++i)
      workers.push_back(spawn(work()));
    for (auto &worker : workers)
      co_await worker;
    co_return now().time_since_epoch();
  };
  EXPECT_EQ(run_within(main(), 1h), 3s);
  EXPECT_EQ(most, 2);
  EXPECT_EQ(limit.available(), 2u);
}

TEST(semaphore, gives_a_free_permit_at_once) {
  semaphore limit(1);
  auto main = [&]() -> task<> {
    bool others_ran = false;
    auto other = [&]() -> task<> {
      others_ran = true;
      co_return;
    };
    auto started = spawn(other());
    {
      auto permit = co_await limit.acquire();
      EXPECT_EQ(limit.available(), 0u);
      EXPECT_EQ(permit.owner(), &limit);
    }
    EXPECT_EQ(limit.available(), 1u);
    EXPECT_FALSE(others_ran);
    co_await started;
  };
  run_within(main(), 1h);
}

TEST(semaphore, takes_a_permit_back_early_and_once) {
  semaphore limit(1);
  auto main = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    permit.release();
    EXPECT_EQ(limit.available(), 1u);
    EXPECT_EQ(permit.owner(), nullptr);
    permit.release();
    EXPECT_EQ(limit.available(), 1u);
  };
  run_within(main(), 1h);
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore, lets_its_permits_move) {
  semaphore limit(2);
  auto main = [&]() -> task<> {
    std::optional<semaphore::permit> kept;
    {
      auto first = co_await limit.acquire();
      kept.emplace(std::move(first));
    }
    EXPECT_EQ(limit.available(), 1u);
    auto second = co_await limit.acquire();
    *kept = std::move(second); // what it held goes back
    EXPECT_EQ(limit.available(), 1u);
    kept.reset();
    EXPECT_EQ(limit.available(), 2u);
  };
  run_within(main(), 1h);
}

TEST(semaphore, is_first_come_first_served) {
  semaphore limit(1);
  std::string order;
  auto work = [&](char name) -> task<> {
    auto permit = co_await limit.acquire();
    order += name;
    co_await yield_now();
  };
  auto main = [&]() -> task<> {
    std::vector<handle<void>> workers;
    for (char name : std::string("abcde"))
      workers.push_back(spawn(work(name)));
    for (auto &worker : workers)
      co_await worker;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "abcde");
}

TEST(semaphore, hands_a_permit_to_the_waiter_and_not_to_a_newcomer) {
  semaphore limit(1);
  std::string order;
  auto work = [&](char name) -> task<> {
    auto permit = co_await limit.acquire();
    order += name;
  };
  auto main = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    auto waiter = spawn(work('w'));
    co_await yield_now();
    permit.release();
    EXPECT_EQ(limit.available(), 0u)
        << "it is the waiter's, which has not run yet";
    co_await work('n');
    co_await waiter;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "wn");
}

TEST(semaphore, gets_the_permit_back_of_a_task_that_fails) {
  semaphore limit(1);
  auto fail = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    throw std::runtime_error("failed");
  };
  auto main = [&]() -> task<> {
    auto failing = spawn(fail());
    co_await failing.join();
    EXPECT_TRUE(failing.error());
  };
  run_within(main(), 1h);
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore, forgets_a_waiter_that_is_cancelled) {
  semaphore limit(1);
  std::string order;
  auto work = [&](char name) -> task<> {
    auto permit = co_await limit.acquire();
    order += name;
  };
  auto main = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    auto a = spawn(work('a')), b = spawn(work('b')), c = spawn(work('c'));
    co_await yield_now();
    b.cancel();
    permit.release();
    co_await b.join();
    EXPECT_TRUE(b.cancelled());
    co_await a;
    co_await c;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "ac");
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore,
     passes_its_permit_over_a_waiter_that_is_cancelled_in_the_same_step) {
  semaphore limit(1);
  bool got_it = false;
  auto work = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    got_it = true;
  };
  auto main = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    auto waiter = spawn(work());
    co_await yield_now();
    waiter.cancel();
    permit.release(); // the waiter has not run since, and does not want it any
                      // more
    EXPECT_EQ(limit.available(), 1u);
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_FALSE(got_it);
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore,
     loses_no_permit_when_the_waiter_is_cancelled_after_it_was_given_one) {
  semaphore limit(1);
  std::string order;
  auto work = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    order += "got it,";
    co_await yield_now();
    order += "went on";
  };
  auto main = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    auto waiter = spawn(work());
    co_await yield_now();
    permit.release();
    waiter.cancel();
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "got it,");
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore, gives_no_permit_to_a_task_that_is_to_stop) {
  semaphore limit(1);
  auto work = [&]() -> task<> {
    activity::current().cancel();
    auto permit = co_await limit.acquire();
    ADD_FAILURE() << "it went on";
  };
  auto main = [&]() -> task<> {
    auto stopped = spawn(work());
    co_await stopped.join();
    EXPECT_TRUE(stopped.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore, can_be_waited_for_with_a_deadline) {
  semaphore limit(1);
  auto take = [&]() -> task<> { auto permit = co_await limit.acquire(); };
  auto main = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    bool timed_out = false;
    try {
      co_await wait_for(take(), 1s);
    } catch (const timeout_error &) {
      timed_out = true;
    }
    EXPECT_TRUE(timed_out);
    permit.release();
    EXPECT_EQ(limit.available(), 1u);
    co_await wait_for(take(), 1s);
  };
  run_within(main(), 1h);
  EXPECT_EQ(limit.available(), 1u);
}

TEST(semaphore, loses_no_permit_when_it_comes_together_with_the_deadline) {
  for (const bool permit_is_first : {true, false}) {
    semaphore limit(1);
    bool got_it = false;
    auto take = [&](timeout_scope &) -> task<> {
      auto permit = co_await limit.acquire();
      got_it = true;
    };
    auto wait = [&]() -> task<> {
      try {
        co_await with_deadline(time_point(1s), take);
      } catch (const timeout_error &) {
      }
    };
    auto main = [&]() -> task<> {
      auto permit = co_await limit.acquire();
      std::optional<event_loop::timer> release;
      auto release_in_time = [&] {
        release.emplace(event_loop::current(), time_point(1s),
                        [&] { permit.release(); });
      };
      if (permit_is_first)
        release_in_time();
      auto waiter = spawn(wait());
      co_await yield_now();
      if (!permit_is_first)
        release_in_time();
      co_await waiter;
    };
    run_within(main(), 1h);
    EXPECT_EQ(limit.available(), 1u);
    EXPECT_EQ(got_it, permit_is_first);
  }
}

TEST(semaphore, gets_its_permits_back_from_coroutines_that_are_destroyed) {
  semaphore limit(1);
  auto insist = [&]() -> task<> {
    co_await sleep_for(1s);
    for (;;) {
      try {
        auto permit = co_await limit.acquire();
        co_await sleep_for(1h);
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto hold = [&]() -> task<> {
    auto permit = co_await limit.acquire();
    for (;;) {
      try {
        co_await sleep_for(1h);
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  // The newest is destroyed first, and what it held is given to the oldest,
  // which is destroyed before it can run.
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(insist()));
    static_cast<void>(spawn(insist()));
    static_cast<void>(spawn(hold()));
    co_await sleep_for(2s);
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 1s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 3u);
  EXPECT_EQ(limit.available(), 1u);
}

} // namespace
