// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/event.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

TEST(event, lets_pass_at_once_when_it_is_set) {
  auto main = []() -> task<> {
    event happened;
    EXPECT_FALSE(happened.is_set());
    happened.set();
    happened.set();
    EXPECT_TRUE(happened.is_set());
    co_await happened.wait();
    co_await happened.wait();
  };
  run_within(main(), 1h);
}

TEST(event, wakes_all_who_wait_in_the_order_of_arrival) {
  event happened;
  std::string order;
  auto wait = [&](char name) -> task<> {
    co_await happened.wait();
    order += name;
  };
  auto main = [&]() -> task<> {
    std::vector<handle<void>> waiters;
    for (char name : std::string("abcd"))
      waiters.push_back(spawn(wait(name)));
    co_await sleep_for(1s);
    EXPECT_EQ(order, "");
    happened.set();
    for (auto &waiter : waiters)
      co_await waiter;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "abcd");
}

TEST(event, holds_those_back_who_come_after_it_was_cleared) {
  event happened;
  auto wait = [&]() -> task<> { co_await happened.wait(); };
  auto main = [&]() -> task<> {
    happened.set();
    happened.clear();
    EXPECT_FALSE(happened.is_set());
    auto waiter = spawn(wait());
    co_await sleep_for(1s);
    EXPECT_FALSE(waiter.done());
    happened.set();
    co_await waiter;
  };
  run_within(main(), 1h);
}

TEST(event, lets_go_on_whom_it_woke_though_it_is_cleared_again) {
  event happened;
  auto wait = [&]() -> task<> { co_await happened.wait(); };
  auto main = [&]() -> task<> {
    auto a = spawn(wait()), b = spawn(wait());
    co_await yield_now();
    happened.set();
    happened.clear();
    co_await a;
    co_await b;
  };
  run_within(main(), 1h);
}

TEST(event, forgets_a_waiter_that_is_cancelled) {
  event happened;
  std::string order;
  auto wait = [&](char name) -> task<> {
    co_await happened.wait();
    order += name;
  };
  auto main = [&]() -> task<> {
    auto a = spawn(wait('a')), b = spawn(wait('b')), c = spawn(wait('c'));
    co_await yield_now();
    b.cancel();
    happened.set();
    co_await a;
    co_await c;
    co_await b.join();
    EXPECT_TRUE(b.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "ac");
}

TEST(event, lets_go_on_whom_it_woke_though_the_task_is_cancelled_then) {
  event happened;
  std::string order;
  auto wait = [&]() -> task<> {
    co_await happened.wait();
    order += "woke,";
    co_await yield_now();
    order += "went on";
  };
  auto main = [&]() -> task<> {
    auto waiter = spawn(wait());
    co_await yield_now();
    happened.set();
    waiter.cancel();
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "woke,");
}

TEST(event, does_not_let_a_task_pass_that_is_to_stop) {
  event happened;
  auto wait = [&]() -> task<> {
    activity::current().cancel();
    co_await happened.wait();
    ADD_FAILURE() << "it went on";
  };
  auto main = [&]() -> task<> {
    happened.set();
    auto waiter = spawn(wait());
    co_await waiter.join();
    EXPECT_TRUE(waiter.cancelled());
  };
  run_within(main(), 1h);
}

TEST(event, can_be_waited_for_with_a_deadline) {
  event happened;
  auto wait = [&]() -> task<> { co_await happened.wait(); };
  auto main = [&]() -> task<> {
    bool timed_out = false;
    try {
      co_await wait_for(wait(), 1s);
    } catch (const timeout_error &) {
      timed_out = true;
    }
    EXPECT_TRUE(timed_out);
    happened.set();
    co_await wait_for(wait(), 1s);
  };
  run_within(main(), 1h);
}

TEST(event, can_be_set_from_a_callback) {
  event happened;
  auto main = [&]() -> task<> {
    event_loop::current().call_soon([&] { happened.set(); });
    co_await happened.wait();
  };
  run_within(main(), 1h);
}

TEST(event, survives_waiters_that_are_destroyed) {
  event happened;
  auto insist = [&]() -> task<> {
    struct on_destruction {
      event &happened;
      ~on_destruction() { happened.set(); }
    } wake_the_next{happened};
    for (;;) {
      try {
        co_await happened.wait();
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto main = [&]() -> task<> {
    for (int i = 0; i != 3; ++i)
      static_cast<void>(spawn(insist()));
    co_await yield_now();
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 1s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 3u);
  EXPECT_TRUE(happened.is_set());
}

} // namespace
