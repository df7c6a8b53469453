// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/run.h>
#include <tide/time.h>

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;

namespace {

/// Runs \p main on a virtual clock.
template <class Main> void simulate(Main main) {
  run(main(), {.virtual_clock = true});
}

duration time() { return now().time_since_epoch(); }

task<bool> times_out(task<> work) {
  try {
    co_await std::move(work);
  } catch (const timeout_error &) {
    co_return true;
  }
  co_return false;
}

task<> sleep(duration time) { co_await sleep_for(time); }

TEST(sleep, lasts_as_long_as_it_should) {
  auto main = []() -> task<> {
    const auto begin = now();
    co_await sleep_for(5ms);
    EXPECT_GE(now() - begin, 5ms);
    co_await sleep_until(begin + 10ms);
    EXPECT_GE(now() - begin, 10ms);
  };
  const auto begin = clock::now();
  run(main());
  EXPECT_GE(clock::now() - begin, 10ms);
}

TEST(sleep, takes_no_time_on_a_virtual_clock) {
  const auto begin = clock::now();
  simulate([]() -> task<> {
    EXPECT_EQ(time(), 0s);
    co_await sleep_for(1000h);
    EXPECT_EQ(time(), 1000h);
    co_await sleep_until(time_point(2000h));
    EXPECT_EQ(time(), 2000h);
  });
  EXPECT_LT(clock::now() - begin, 1h);
}

TEST(sleep, ends_in_the_order_of_time) {
  for (const bool virtual_clock : {true, false}) {
    std::string order;
    auto work = [&](char name, time_point when) -> task<> {
      co_await sleep_until(when);
      order += name;
    };
    auto main = [&]() -> task<> {
      const auto begin = now();
      std::vector<handle<void>> started;
      started.push_back(spawn(work('c', begin + 3ms)));
      started.push_back(spawn(work('a', begin + 1ms)));
      started.push_back(spawn(work('b', begin + 2ms)));
      for (auto &each : started)
        co_await each;
    };
    run(main(), {.virtual_clock = virtual_clock});
    EXPECT_EQ(order, "abc");
  }
}

TEST(sleep, ends_in_the_order_of_arrival_at_the_same_time) {
  std::string order;
  auto work = [&](char name) -> task<> {
    co_await sleep_until(time_point(1s));
    order += name;
  };
  simulate([&]() -> task<> {
    std::vector<handle<void>> started;
    for (char name : std::string("abcd"))
      started.push_back(spawn(work(name)));
    for (auto &each : started)
      co_await each;
    EXPECT_EQ(time(), 1s);
  });
  EXPECT_EQ(order, "abcd");
}

TEST(sleep, gives_way_though_its_time_is_over) {
  simulate([]() -> task<> {
    for (const duration over : {duration(0s), duration(-1h), duration::min()}) {
      bool others_ran = false;
      event_loop::current().call_soon([&] { others_ran = true; });
      co_await sleep_for(over);
      EXPECT_TRUE(others_ran);
      EXPECT_EQ(time(), 0s);
    }
  });
}

TEST(sleep, can_last_for_ever) {
  for (const bool virtual_clock : {true, false}) {
    auto main = []() -> task<> {
      auto for_ever = spawn(sleep(duration::max()));
      auto until_the_end = [](timeout_scope &scope) -> task<> {
        EXPECT_EQ(scope.deadline(), time_point::max());
        co_await sleep_for(2ms);
      };
      co_await with_timeout(duration::max(), until_the_end);
      EXPECT_FALSE(for_ever.done());
      for_ever.cancel();
      co_await for_ever.join();
      EXPECT_TRUE(for_ever.cancelled());
    };
    run(main(), {.virtual_clock = virtual_clock});
  }
}

TEST(sleep, leaves_no_timer_behind_when_it_is_cancelled) {
  simulate([]() -> task<> {
    auto sleeper = spawn(sleep(1s));
    co_await yield_now();
    sleeper.cancel();
    co_await sleeper.join();
    EXPECT_TRUE(sleeper.cancelled());
    co_await sleep_for(2s);
    EXPECT_EQ(time(), 2s);
  });
}

TEST(sleep, can_be_cancelled_at_the_very_time_it_ends) {
  simulate([]() -> task<> {
    std::optional<handle<void>> sleeper;
    event_loop::timer canceller(event_loop::current(), time_point(1s),
                                [&] { sleeper->cancel(); });
    sleeper.emplace(spawn(sleep(1s)));
    co_await sleeper->join();
    EXPECT_TRUE(sleeper->cancelled());
  });
}

TEST(virtual_clock, stands_still_while_something_is_ready) {
  simulate([]() -> task<> {
    auto sleeper = spawn(sleep(1s));
    for (int i = 0; i != 1000; ++i)
      co_await yield_now();
    EXPECT_EQ(time(), 0s);
    EXPECT_FALSE(sleeper.done());
    co_await sleeper;
    EXPECT_EQ(time(), 1s);
  });
}

TEST(virtual_clock, stands_still_while_another_thread_has_called) {
  simulate([]() -> task<> {
    auto &loop = event_loop::current();
    std::optional<duration> called_at;
    std::jthread([&] {
      loop.call_soon_threadsafe([&] { called_at = time(); });
      // NOLINTNEXTLINE(async-blocking-call): short, and nothing else is to run
    }).join();
    co_await sleep_for(1s);
    EXPECT_EQ(called_at, 0s);
  });
}

TEST(yield, lets_all_others_run_once) {
  std::string order;
  auto work = [&](char name) -> task<> {
    order += name;
    co_await yield_now();
    order += name;
  };
  simulate([&]() -> task<> {
    auto a = spawn(work('a')), b = spawn(work('b'));
    co_await yield_now();
    EXPECT_EQ(order, "ab");
    co_await yield_now();
    EXPECT_EQ(order, "abab");
    co_await a;
    co_await b;
  });
}

TEST(timer, calls_once_and_not_when_it_was_destroyed) {
  simulate([]() -> task<> {
    int calls = 0;
    auto &loop = event_loop::current();
    event_loop::timer kept(loop, time_point(1s), [&] { ++calls; });
    std::optional<event_loop::timer> destroyed;
    destroyed.emplace(loop, time_point(1s), [&] { calls += 100; });
    destroyed.reset();
    co_await sleep_for(5s);
    EXPECT_EQ(calls, 1);
  });
}

TEST(timer, can_destroy_another_that_is_due) {
  simulate([]() -> task<> {
    auto &loop = event_loop::current();
    std::optional<event_loop::timer> other;
    event_loop::timer first(loop, time_point(1s), [&] { other.reset(); });
    other.emplace(loop, time_point(1s),
                  [] { ADD_FAILURE() << "it was destroyed"; });
    co_await sleep_for(2s);
    EXPECT_FALSE(other);
  });
}

TEST(deadline, lets_pass_what_is_in_time) {
  simulate([]() -> task<> {
    auto give = [](timeout_scope &scope) -> task<int> {
      EXPECT_EQ(scope.deadline(), time_point(2s));
      co_await sleep_for(1s);
      EXPECT_FALSE(scope.expired());
      co_return 42;
    };
    EXPECT_EQ(co_await with_timeout(2s, give), 42);
    co_await sleep_for(5s); // beyond the deadline
    auto fail = [](timeout_scope &) -> task<int> {
      throw std::runtime_error("failed");
    };
    bool failed = false;
    try {
      co_await with_timeout(2s, fail);
    } catch (const std::runtime_error &error) {
      failed = error.what() == std::string("failed");
    }
    EXPECT_TRUE(failed);
  });
}

TEST(deadline, stops_what_is_not_in_time) {
  simulate([]() -> task<> {
    bool cleaned_up = false;
    auto work = [&](timeout_scope &scope) -> task<> {
      try {
        co_await sleep_for(1h);
      } catch (const cancelled &) {
        EXPECT_TRUE(scope.expired());
        cleaned_up = true;
        throw;
      }
    };
    EXPECT_TRUE(co_await times_out(with_timeout(1s, work)));
    EXPECT_TRUE(cleaned_up);
    EXPECT_EQ(time(), 1s);
    EXPECT_TRUE(co_await times_out(with_deadline(time_point(3s), work)));
    EXPECT_EQ(time(), 3s);
  });
}

TEST(deadline, waits_for_the_cleanup) {
  simulate([]() -> task<> {
    auto work = [](timeout_scope &) -> task<> {
      bool stopped = false;
      try {
        co_await sleep_for(1h);
      } catch (const cancelled &) {
        stopped = true;
      }
      EXPECT_TRUE(stopped);
      co_await sleep_for(10s);
      throw cancelled();
    };
    EXPECT_TRUE(co_await times_out(with_timeout(1s, work)));
    EXPECT_EQ(time(), 11s);
  });
}

TEST(deadline, stops_at_the_first_suspension_when_it_has_passed) {
  simulate([]() -> task<> {
    int steps = 0;
    auto work = [&](timeout_scope &) -> task<> {
      ++steps;
      co_await sleep_for(1h);
      ++steps;
    };
    EXPECT_TRUE(co_await times_out(with_timeout(-1s, work)));
    EXPECT_TRUE(co_await times_out(with_timeout(0s, work)));
    EXPECT_EQ(steps, 2);
    EXPECT_EQ(time(), 0s);
  });
}

TEST(deadline, can_be_moved) {
  simulate([]() -> task<> {
    auto postpone = [](timeout_scope &scope) -> task<> {
      co_await sleep_for(1s);
      scope.reschedule(scope.deadline() + 8s);
      EXPECT_EQ(scope.deadline(), time_point(10s));
      co_await sleep_for(1h);
    };
    EXPECT_TRUE(co_await times_out(with_timeout(2s, postpone)));
    EXPECT_EQ(time(), 10s);

    auto bring_forward = [](timeout_scope &scope) -> task<> {
      scope.reschedule(now() + 1s);
      co_await sleep_for(1h);
    };
    EXPECT_TRUE(co_await times_out(with_timeout(20s, bring_forward)));
    EXPECT_EQ(time(), 11s);
  });
}

TEST(deadline, stays_passed_when_it_is_moved_too_late) {
  simulate([]() -> task<> {
    auto work = [](timeout_scope &scope) -> task<> {
      try {
        co_await sleep_for(1h);
      } catch (const cancelled &) {
        scope.reschedule(now() + 1s);
      }
      EXPECT_TRUE(scope.expired());
      co_await sleep_for(5s); // not interrupted again
      throw cancelled();
    };
    EXPECT_TRUE(co_await times_out(with_timeout(1s, work)));
    EXPECT_EQ(time(), 6s);
  });
}

TEST(deadline, expires_in_real_time) {
  const auto begin = clock::now();
  EXPECT_TRUE(run(times_out(wait_for(sleep(1h), 5ms))));
  EXPECT_GE(clock::now() - begin, 5ms);
}

TEST(wait_for, gives_the_result_or_times_out) {
  simulate([]() -> task<> {
    auto give = [](duration after) -> task<int> {
      co_await sleep_for(after);
      co_return 42;
    };
    EXPECT_EQ(co_await wait_for(give(1s), 2s), 42);
    bool timed_out = false;
    try {
      co_await wait_for(give(3s), 2s);
    } catch (const timeout_error &) {
      timed_out = true;
    }
    EXPECT_TRUE(timed_out);
    EXPECT_EQ(time(), 3s);
  });
}

} // namespace
