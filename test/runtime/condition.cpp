// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/condition.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

/// A condition that tests wait for, and the order in which they went on.
struct shared {
  mutex lock;
  condition changed{lock};
  std::string order;

  task<> wait(char name) {
    auto guard = co_await lock.lock();
    co_await changed.wait(guard);
    EXPECT_TRUE(guard.owns_lock());
    order += name;
  }

  /// Waits, and once it is notified reaches one more suspension point.
  task<> wait_and_go_on(char name) {
    co_await wait(name);
    co_await yield_now();
    order += "went on";
  }
};

TEST(condition, lets_go_of_the_lock_while_it_waits_and_takes_it_again) {
  shared state;
  auto main = [&]() -> task<> {
    auto waiter = spawn(state.wait('w'));
    co_await yield_now();
    EXPECT_FALSE(state.lock.is_locked());
    {
      auto guard = co_await state.lock.lock();
      state.changed.notify_one();
      co_await sleep_for(1s);
      EXPECT_EQ(state.order, "")
          << "the waiter has no right to go on without the lock";
    }
    co_await waiter;
    EXPECT_FALSE(state.lock.is_locked());
  };
  run_within(main(), 1h);
  EXPECT_EQ(state.order, "w");
}

TEST(condition, notifies_the_one_that_waits_longest) {
  shared state;
  auto main = [&]() -> task<> {
    auto a = spawn(state.wait('a')), b = spawn(state.wait('b')),
         c = spawn(state.wait('c'));
    co_await yield_now();
    state.changed.notify_one();
    co_await sleep_for(1s);
    EXPECT_EQ(state.order, "a");
    state.changed.notify_one();
    state.changed.notify_one();
    co_await b;
    co_await c;
    co_await a;
  };
  run_within(main(), 1h);
  EXPECT_EQ(state.order, "abc");
}

TEST(condition, notifies_all_and_lets_one_in_at_a_time) {
  shared state;
  int inside = 0;
  auto wait = [&](char name) -> task<> {
    auto guard = co_await state.lock.lock();
    co_await state.changed.wait(guard);
    EXPECT_EQ(++inside, 1);
    co_await sleep_for(1s);
    --inside;
    state.order += name;
  };
  auto main = [&]() -> task<> {
    auto a = spawn(wait('a')), b = spawn(wait('b')), c = spawn(wait('c'));
    co_await yield_now();
    state.changed.notify_all();
    co_await a;
    co_await b;
    co_await c;
  };
  run_within(main(), 1h);
  EXPECT_EQ(state.order, "abc");
}

TEST(condition, does_not_remember_a_notification_that_nobody_waited_for) {
  shared state;
  auto main = [&]() -> task<> {
    state.changed.notify_one();
    state.changed.notify_all();
    auto waiter = spawn(state.wait('w'));
    co_await sleep_for(1s);
    EXPECT_FALSE(waiter.done());
    state.changed.notify_one();
    co_await waiter;
  };
  run_within(main(), 1h);
}

TEST(condition, waits_on_until_the_predicate_holds) {
  shared state;
  int value = 0, asked = 0;
  auto wait = [&]() -> task<> {
    auto guard = co_await state.lock.lock();
    co_await state.changed.wait(guard, [&] {
      EXPECT_TRUE(guard.owns_lock());
      ++asked;
      return value == 2;
    });
    EXPECT_TRUE(guard.owns_lock());
  };
  auto main = [&]() -> task<> {
    auto waiter = spawn(wait());
    co_await yield_now();
    for (value = 1; value != 3; ++value) {
      EXPECT_FALSE(waiter.done());
      state.changed.notify_all();
      co_await sleep_for(1s);
    }
    co_await waiter;
    EXPECT_EQ(asked, 3);
    value = 2;
    co_await wait(); // it need not wait at all
    EXPECT_EQ(asked, 4);
  };
  run_within(main(), 1h);
}

TEST(condition, holds_the_lock_when_its_waiter_is_cancelled) {
  shared state;
  duration stopped_at{};
  auto wait = [&]() -> task<> {
    auto guard = co_await state.lock.lock();
    try {
      co_await state.changed.wait(guard);
    } catch (const cancelled &) {
      EXPECT_TRUE(guard.is_of(state.lock));
      stopped_at = now().time_since_epoch();
      throw;
    }
  };
  auto main = [&]() -> task<> {
    auto waiter = spawn(wait());
    co_await yield_now();
    {
      auto guard = co_await state.lock.lock();
      waiter.cancel();
      co_await sleep_for(1s);
      waiter.cancel();
      co_await sleep_for(1s);
      EXPECT_FALSE(waiter.done()) << "it has to wait for the lock";
    }
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(stopped_at, 2s);
  EXPECT_FALSE(state.lock.is_locked());
}

TEST(condition, notifies_another_in_place_of_a_waiter_that_is_cancelled) {
  shared state;
  auto main = [&]() -> task<> {
    auto a = spawn(state.wait('a')), b = spawn(state.wait('b'));
    co_await yield_now();
    a.cancel();
    state.changed.notify_one();
    co_await b;
    co_await a.join();
    EXPECT_TRUE(a.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(state.order, "b");
}

TEST(condition, loses_no_notification_when_the_waiter_is_cancelled_after_it) {
  shared state;
  auto main = [&]() -> task<> {
    auto waiter = spawn(state.wait_and_go_on('w'));
    co_await yield_now();
    state.changed.notify_one();
    waiter.cancel();
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(state.order, "w");
  EXPECT_FALSE(state.lock.is_locked());
}

TEST(
    condition,
    loses_no_notification_when_the_waiter_is_cancelled_while_it_waits_for_the_lock) {
  shared state;
  auto main = [&]() -> task<> {
    auto waiter = spawn(state.wait_and_go_on('w'));
    co_await yield_now();
    {
      auto guard = co_await state.lock.lock();
      state.changed.notify_one();
      co_await sleep_for(1s);
      waiter.cancel();
      co_await sleep_for(1s);
      EXPECT_FALSE(waiter.done());
    }
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(state.order, "w");
  EXPECT_FALSE(state.lock.is_locked());
}

TEST(condition, stops_a_task_that_is_to_stop_without_letting_go_of_the_lock) {
  shared state;
  bool another_had_it = false;
  auto take = [&]() -> task<> {
    auto guard = co_await state.lock.lock();
    another_had_it = true;
  };
  auto wait = [&]() -> task<> {
    auto guard = co_await state.lock.lock();
    co_await yield_now();
    activity::current().cancel();
    try {
      co_await state.changed.wait(guard);
      ADD_FAILURE() << "it went on";
    } catch (const cancelled &) {
      EXPECT_TRUE(guard.owns_lock());
      EXPECT_FALSE(another_had_it);
      throw;
    }
  };
  auto main = [&]() -> task<> {
    auto waiter = spawn(wait()), next = spawn(take());
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
    co_await next;
    EXPECT_TRUE(another_had_it);
  };
  run_within(main(), 1h);
}

TEST(condition, can_be_waited_for_with_a_deadline) {
  shared state;
  auto main = [&]() -> task<> {
    auto guard = co_await state.lock.lock();
    bool timed_out = false;
    try {
      co_await wait_for(state.changed.wait(guard, [] { return false; }), 1s);
    } catch (const timeout_error &) {
      timed_out = true;
    }
    EXPECT_TRUE(timed_out);
    EXPECT_TRUE(guard.owns_lock());
    EXPECT_EQ(now().time_since_epoch(), 1s);
  };
  run_within(main(), 1h);
}

TEST(condition, passes_on_what_its_predicate_throws_with_the_lock_held) {
  shared state;
  auto fail = []() -> bool { throw std::runtime_error("failed"); };
  auto main = [&]() -> task<> {
    auto guard = co_await state.lock.lock();
    bool failed = false;
    try {
      co_await state.changed.wait(guard, fail);
    } catch (const std::runtime_error &) {
      failed = true;
    }
    EXPECT_TRUE(failed);
    EXPECT_TRUE(guard.owns_lock());
  };
  run_within(main(), 1h);
}

TEST(condition, cannot_be_waited_for_without_its_lock) {
  shared state;
  mutex other;
  auto wait_with = [&](mutex::guard &guard) -> task<bool> {
    try {
      co_await state.changed.wait(guard);
      co_return true;
    } catch (const std::logic_error &) {
      co_return false;
    }
  };
  auto main = [&]() -> task<> {
    auto wrong = co_await other.lock();
    EXPECT_FALSE(co_await wait_with(wrong));
    auto released = co_await state.lock.lock();
    released.unlock();
    EXPECT_FALSE(co_await wait_with(released));
  };
  run_within(main(), 1h);
}

TEST(condition, survives_waiters_that_are_destroyed) {
  shared state;
  auto insist = [&]() -> task<> {
    struct on_destruction {
      condition &changed;
      ~on_destruction() { changed.notify_one(); }
    } wake_the_next{state.changed};
    for (;;) {
      try {
        co_await state.wait('w');
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto main = [&]() -> task<> {
    for (int i = 0; i != 3; ++i)
      // NOLINTNEXTLINE(async-dropped-task-handle): their end is what is tested
      static_cast<void>(spawn(insist()));
    co_await yield_now();
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 1s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 3u);
  EXPECT_EQ(state.order, "");
  EXPECT_FALSE(state.lock.is_locked());
}

} // namespace
