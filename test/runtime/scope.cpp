// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t
#include <tide/scope.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using tide::task;
using tide::testing::run_within;

namespace {

/// Sleeps and writes a letter when it has slept enough.
task<> write(std::string &log, char letter, tide::duration time) {
  co_await tide::sleep_for(time);
  log += letter;
}

/// Starts \p work and cancels it after a second.
task<tide::handle<void>> cancel_after_a_second(task<> work) {
  auto started = tide::spawn(std::move(work));
  co_await tide::sleep_for(1s);
  started.cancel();
  co_await started.join();
  co_return started;
}

TEST(shield, holds_a_cancellation_back_until_its_work_has_ended) {
  std::string log;
  auto work = [&]() -> task<> {
    co_await tide::shield(write(log, 'a', 5s));
    co_await write(log, 'b', 1h);
  };
  auto main = [&]() -> task<> {
    EXPECT_TRUE((co_await cancel_after_a_second(work())).cancelled());
  };
  run_within(main(), 1min);
  EXPECT_EQ(log, "a");
}

TEST(shield, that_ends_the_task_leaves_nobody_to_cancel) {
  std::string log;
  auto main = [&]() -> task<> {
    EXPECT_FALSE(
        (co_await cancel_after_a_second(tide::shield(write(log, 'a', 5s))))
            .cancelled());
  };
  run_within(main(), 1min);
  EXPECT_EQ(log, "a");
}

TEST(shield, lets_a_deadline_that_is_set_inside_count) {
  std::string log;
  auto inside = [&]() -> task<> {
    try {
      co_await tide::wait_for(write(log, 'a', 1h), 5s);
    } catch (const tide::timeout_error &) {
      log += 't';
    }
  };
  run_within(tide::shield(inside()), 1min);
  EXPECT_EQ(log, "t");
}

TEST(shield, holds_back_a_deadline_that_was_set_outside) {
  std::string log;
  auto inside = [&](auto &) -> task<> {
    co_await tide::shield(write(log, 'a', 5s));
    co_await write(log, 'b', 1h);
  };
  EXPECT_THROW(run_within(tide::with_timeout(1s, inside), 1min),
               tide::timeout_error);
  EXPECT_EQ(log, "a");
}

TEST(shield, keeps_a_request_from_outside_while_its_own_deadline_is_delivered) {
  std::string log;
  auto inside = [&]() -> task<> {
    try {
      co_await tide::wait_for(write(log, 'a', 1h), 5s);
    } catch (const tide::timeout_error &) {
      log += 't';
    }
    co_await write(log, 'b', 1s);
  };
  auto work = [&]() -> task<> {
    co_await tide::shield(inside());
    co_await write(log, 'c', 1h);
  };
  auto main = [&]() -> task<> {
    EXPECT_TRUE((co_await cancel_after_a_second(work())).cancelled());
  };
  run_within(main(), 1min);
  EXPECT_EQ(log, "tb");
}

TEST(shield, nests) {
  std::string log;
  auto inner = [&]() -> task<> {
    co_await tide::shield(write(log, 'a', 2s));
    co_await write(log, 'b', 2s);
  };
  auto work = [&]() -> task<> {
    co_await tide::shield(inner());
    co_await write(log, 'c', 1h);
  };
  auto main = [&]() -> task<> {
    EXPECT_TRUE((co_await cancel_after_a_second(work())).cancelled());
  };
  run_within(main(), 1min);
  EXPECT_EQ(log, "ab");
}

TEST(with_cleanup, runs_the_cleanup_after_a_result) {
  std::string log;
  auto body = [&]() -> task<int> {
    co_await write(log, 'a', 1s);
    co_return 7;
  };
  EXPECT_EQ(run_within(
                tide::with_cleanup(body(), [&] { return write(log, 'z', 1s); }),
                1min),
            7);
  EXPECT_EQ(log, "az");
}

TEST(with_cleanup, runs_the_cleanup_after_an_error_and_throws_it) {
  std::string log;
  auto body = []() -> task<> {
    throw std::runtime_error("broken");
    co_return;
  };
  EXPECT_THROW(run_within(tide::with_cleanup(
                              body(), [&] { return write(log, 'z', 1s); }),
                          1min),
               std::runtime_error);
  EXPECT_EQ(log, "z");
}

TEST(with_cleanup, runs_the_cleanup_when_it_is_cancelled) {
  std::string log;
  auto main = [&]() -> task<> {
    auto work = tide::with_cleanup(write(log, 'a', 1h),
                                   [&] { return write(log, 'z', 1s); });
    EXPECT_TRUE((co_await cancel_after_a_second(std::move(work))).cancelled());
  };
  run_within(main(), 1min);
  EXPECT_EQ(log, "z");
}

/// Cancels \p work twice, the second time while it cleans up.
task<> cancel_twice(task<> work) {
  auto started = tide::spawn(std::move(work));
  for (int i = 0; i < 2; ++i) {
    co_await tide::sleep_for(1s);
    started.cancel();
  }
  co_await started.join();
  EXPECT_TRUE(started.cancelled());
}

TEST(with_cleanup, can_itself_be_cancelled) {
  std::string log;
  run_within(cancel_twice(tide::with_cleanup(
                 write(log, 'a', 1h), [&] { return write(log, 'z', 5s); })),
             1min);
  EXPECT_EQ(log, "");
}

TEST(with_cleanup, finishes_under_a_shield) {
  std::string log;
  run_within(cancel_twice(tide::with_cleanup(
                 write(log, 'a', 1h),
                 [&] { return tide::shield(write(log, 'z', 5s)); })),
             1min);
  EXPECT_EQ(log, "z");
}

TEST(with_cleanup, throws_the_error_of_the_cleanup_if_it_fails) {
  auto body = []() -> task<> {
    throw std::runtime_error("body");
    co_return;
  };
  auto cleanup = []() -> task<> {
    throw std::logic_error("cleanup");
    co_return;
  };
  EXPECT_THROW(run_within(tide::with_cleanup(body(), cleanup), 1min),
               std::logic_error);
}

TEST(outcome, holds_a_value_or_an_error) {
  tide::outcome<int> good(7),
      bad(std::make_exception_ptr(std::runtime_error("broken")));
  EXPECT_TRUE(good.ok());
  EXPECT_EQ(good.value(), 7);
  EXPECT_FALSE(bad.ok());
  EXPECT_THROW(bad.value(), std::runtime_error);
}

} // namespace
