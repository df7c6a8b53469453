// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/mutex.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

TEST(mutex, keeps_others_out_across_suspension_points) {
  mutex lock;
  int counter = 0;
  auto increment = [&]() -> task<> {
    for (int i = 0; i != 10; ++i) {
      auto guard = co_await lock.lock();
      const int seen = counter;
      co_await yield_now();
      counter = seen + 1;
    }
  };
  auto main = [&]() -> task<> {
    std::vector<handle<void>> workers;
    for (int i = 0; i != 5; ++i)
      workers.push_back(spawn(increment()));
    for (auto &worker : workers)
      co_await worker;
  };
  run_within(main(), 1h);
  EXPECT_EQ(counter, 50);
  EXPECT_FALSE(lock.is_locked());
}

TEST(mutex, is_locked_while_a_guard_holds_it) {
  mutex lock, other;
  auto main = [&]() -> task<> {
    EXPECT_FALSE(lock.is_locked());
    std::optional<mutex::guard> kept;
    {
      auto guard = co_await lock.lock();
      EXPECT_TRUE(lock.is_locked());
      EXPECT_TRUE(guard.owns_lock());
      EXPECT_TRUE(guard.is_of(lock));
      EXPECT_FALSE(guard.is_of(other));
      kept.emplace(std::move(guard));
    }
    EXPECT_TRUE(lock.is_locked());
    kept->unlock();
    EXPECT_FALSE(lock.is_locked());
    EXPECT_FALSE(kept->owns_lock());
    EXPECT_FALSE(kept->is_of(lock));
    kept->unlock();
    EXPECT_FALSE(lock.is_locked());
  };
  run_within(main(), 1h);
}

TEST(mutex, is_handed_on_in_the_order_of_arrival) {
  mutex lock;
  std::string order;
  auto work = [&](char name) -> task<> {
    for (int i = 0; i != 2; ++i) {
      auto guard = co_await lock.lock();
      order += name;
    }
  };
  auto main = [&]() -> task<> {
    auto guard = co_await lock.lock();
    auto a = spawn(work('a')), b = spawn(work('b'));
    co_await yield_now();
    guard.unlock();
    EXPECT_TRUE(lock.is_locked())
        << "it is the first waiter's, which has not run yet";
    co_await work('m');
    co_await a;
    co_await b;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "abmabm");
}

TEST(mutex, is_unlocked_when_its_holder_fails) {
  mutex lock;
  auto fail = [&]() -> task<> {
    auto guard = co_await lock.lock();
    throw std::runtime_error("failed");
  };
  auto main = [&]() -> task<> {
    auto failing = spawn(fail());
    co_await failing.join();
    EXPECT_TRUE(failing.error());
  };
  run_within(main(), 1h);
  EXPECT_FALSE(lock.is_locked());
}

TEST(mutex, is_unlocked_when_its_holder_is_cancelled) {
  mutex lock;
  auto hold = [&]() -> task<> {
    auto guard = co_await lock.lock();
    co_await sleep_for(1h);
  };
  auto main = [&]() -> task<> {
    auto holder = spawn(hold());
    co_await yield_now();
    holder.cancel();
    auto guard = co_await lock.lock();
    EXPECT_TRUE(holder.done());
  };
  run_within(main(), 1min);
  EXPECT_FALSE(lock.is_locked());
}

TEST(mutex, forgets_a_waiter_that_is_cancelled) {
  mutex lock;
  std::string order;
  auto work = [&](char name) -> task<> {
    auto guard = co_await lock.lock();
    order += name;
  };
  auto main = [&]() -> task<> {
    auto guard = co_await lock.lock();
    auto a = spawn(work('a')), b = spawn(work('b'));
    co_await yield_now();
    a.cancel();
    guard.unlock();
    co_await b;
    EXPECT_TRUE(a.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "b");
  EXPECT_FALSE(lock.is_locked());
}

TEST(mutex,
     is_not_lost_when_the_waiter_is_cancelled_after_it_was_given_the_lock) {
  mutex lock;
  bool got_it = false;
  auto work = [&]() -> task<> {
    auto guard = co_await lock.lock();
    got_it = true;
    co_await yield_now();
    ADD_FAILURE() << "the request to stop was not delivered";
  };
  auto main = [&]() -> task<> {
    auto guard = co_await lock.lock();
    auto waiter = spawn(work());
    co_await yield_now();
    guard.unlock();
    waiter.cancel();
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_TRUE(got_it);
  EXPECT_FALSE(lock.is_locked());
}

TEST(mutex, can_be_waited_for_with_a_deadline) {
  mutex lock;
  auto take = [&]() -> task<> { auto guard = co_await lock.lock(); };
  auto main = [&]() -> task<> {
    auto guard = co_await lock.lock();
    bool timed_out = false;
    try {
      co_await wait_for(take(), 1s);
    } catch (const timeout_error &) {
      timed_out = true;
    }
    EXPECT_TRUE(timed_out);
    EXPECT_TRUE(guard.owns_lock());
  };
  run_within(main(), 1h);
  EXPECT_FALSE(lock.is_locked());
}

TEST(mutex, is_unlocked_by_coroutines_that_are_destroyed) {
  mutex lock;
  auto insist = [&]() -> task<> {
    co_await sleep_for(1s);
    for (;;) {
      try {
        auto guard = co_await lock.lock();
        co_await sleep_for(1h);
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto hold = [&]() -> task<> {
    auto guard = co_await lock.lock();
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
  EXPECT_FALSE(lock.is_locked());
}

} // namespace
