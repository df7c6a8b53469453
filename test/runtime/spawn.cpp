// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/spawn.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

task<int> give(int value) {
  co_await yield_now();
  co_return value;
}

task<int> fail() {
  co_await yield_now();
  throw std::runtime_error("failed");
}

/// What an error says that is thrown here.
task<std::string> error_of(task<int> work) {
  try {
    co_await std::move(work);
  } catch (const std::runtime_error &error) {
    co_return error.what();
  }
  co_return "no error";
}

TEST(spawn, begins_in_the_next_turn) {
  std::string order;
  auto work = [&](char name) -> task<> {
    order += name;
    co_return;
  };
  auto main = [&]() -> task<> {
    auto a = spawn(work('a')), b = spawn(work('b'));
    order += 'm';
    co_await yield_now();
    order += 'n';
    EXPECT_TRUE(a.done());
    EXPECT_TRUE(b.done());
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "mabn");
}

TEST(spawn, runs_beside_its_starter_in_fair_turns) {
  std::string order;
  auto work = [&](char name) -> task<> {
    for (int i = 0; i != 3; ++i) {
      order += name;
      co_await yield_now();
    }
  };
  auto main = [&]() -> task<> {
    auto a = spawn(work('a')), b = spawn(work('b'));
    co_await a;
    co_await b;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "ababab");
}

TEST(spawn, gives_the_result_as_often_as_one_likes) {
  auto main = []() -> task<> {
    auto started = spawn(give(42));
    static_assert(std::is_same_v<decltype(started.result()), int &>);
    int &result = co_await started;
    EXPECT_EQ(result, 42);
    result = 43;
    EXPECT_EQ(co_await started, 43);
    EXPECT_EQ(started.result(), 43);
  };
  run_within(main(), 1h);
}

TEST(spawn, lets_the_result_be_moved_out) {
  auto make = []() -> task<std::unique_ptr<int>> {
    co_await yield_now();
    co_return std::make_unique<int>(42);
  };
  auto main = [&]() -> task<> {
    std::unique_ptr<int> at_once = co_await spawn(make());
    EXPECT_EQ(*at_once, 42);
    auto started = spawn(make());
    co_await started.join();
    std::unique_ptr<int> later = co_await std::move(started);
    EXPECT_EQ(*later, 42);
  };
  run_within(main(), 1h);
}

TEST(spawn, does_not_give_way_for_what_has_ended) {
  auto main = []() -> task<> {
    auto started = spawn(give(42));
    co_await started.join();
    bool others_ran = false;
    event_loop::current().call_soon([&] { others_ran = true; });
    EXPECT_EQ(co_await started, 42);
    co_await started.join();
    EXPECT_FALSE(others_ran);
    co_await yield_now();
  };
  run_within(main(), 1h);
}

TEST(spawn, throws_the_error_whenever_it_is_awaited) {
  auto main = []() -> task<> {
    auto started = spawn(fail());
    auto await = [&]() -> task<int> { co_return co_await started; };
    EXPECT_EQ(co_await error_of(await()), "failed");
    EXPECT_EQ(co_await error_of(await()), "failed");
    EXPECT_THROW(started.result(), std::runtime_error);
    EXPECT_EQ(message_of(started.error()), "failed");
  };
  run_within(main(), 1h);
}

TEST(spawn, throws_nothing_of_the_task_where_it_is_joined) {
  auto main = []() -> task<> {
    auto failing = spawn(fail());
    co_await failing.join();
    EXPECT_EQ(message_of(failing.error()), "failed");
    EXPECT_FALSE(failing.cancelled());
    auto stopped = spawn(give(42));
    stopped.cancel();
    co_await stopped.join();
    EXPECT_TRUE(stopped.cancelled());
    EXPECT_THROW(stopped.result(), cancelled);
  };
  run_within(main(), 1h);
}

TEST(spawn, has_no_result_before_the_end) {
  auto main = []() -> task<> {
    auto started = spawn(give(42));
    EXPECT_FALSE(started.done());
    EXPECT_THROW(started.result(), loop_error);
    EXPECT_THROW(started.error(), loop_error);
    EXPECT_FALSE(started.cancelled());
    co_await started.join();
    EXPECT_TRUE(started.done());
    EXPECT_EQ(started.result(), 42);
    EXPECT_FALSE(started.error());
  };
  run_within(main(), 1h);
}

TEST(spawn, names_the_task) {
  auto main = []() -> task<> {
    auto named = spawn(give(1), "one"), unnamed = spawn(give(2));
    EXPECT_EQ(named.name(), "one");
    EXPECT_EQ(unnamed.name(), "give");
    co_await named;
    co_await unnamed;
  };
  run_within(main(), 1h);
}

TEST(spawn, calls_back_soon_after_the_end) {
  std::string order;
  auto main = [&]() -> task<> {
    auto started = spawn(give(42));
    started.add_done_callback([&] { order += 'a'; });
    started.add_done_callback([&] { order += 'b'; });
    co_await started;
    co_await yield_now();
    started.add_done_callback([&] { order += 'c'; });
    EXPECT_EQ(order, "ab");
    co_await yield_now();
    EXPECT_EQ(order, "abc");
  };
  run_within(main(), 1h);
}

TEST(spawn, goes_on_when_its_handle_is_dropped) {
  bool ended = false;
  auto work = [&]() -> task<> {
    co_await sleep_for(1s);
    ended = true;
  };
  auto main = [&]() -> task<> {
    {
      // NOLINTNEXTLINE(async-dropped-task-handle): that it is dropped is tested
      auto dropped = spawn(work());
    }
    co_await sleep_for(2s);
  };
  run_within(main(), 1h);
  EXPECT_TRUE(ended);
}

TEST(spawn,
     frees_what_it_was_given_when_it_has_ended_and_nobody_has_its_handle) {
  auto held = std::make_shared<int>();
  auto work = [](std::shared_ptr<int>) -> task<> { co_await sleep_for(1s); };
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(work(held)));
    EXPECT_EQ(held.use_count(), 2);
    co_await sleep_for(2s);
    EXPECT_EQ(held.use_count(), 1);
  };
  run_within(main(), 1h);
}

TEST(spawn, wakes_all_who_wait_for_its_end) {
  std::string order;
  auto main = [&]() -> task<> {
    auto started = spawn(give(42));
    auto wait = [&](char name) -> task<> {
      EXPECT_EQ(co_await started, 42);
      order += name;
    };
    auto a = spawn(wait('a')), b = spawn(wait('b')), c = spawn(wait('c'));
    co_await a;
    co_await b;
    co_await c;
  };
  run_within(main(), 1h);
  EXPECT_EQ(order, "abc");
}

TEST(spawn, lets_a_callback_start_a_task) {
  std::optional<handle<int>> started;
  auto main = [&]() -> task<> {
    event_loop::current().call_soon([&] { started.emplace(spawn(give(42))); });
    while (!started)
      co_await yield_now();
    EXPECT_EQ(co_await *started, 42);
  };
  run_within(main(), 1h);
}

TEST(spawn, cannot_wait_for_itself) {
  std::optional<handle<void>> self;
  bool refused = false;
  auto work = [&]() -> task<> {
    try {
      co_await self->join();
    } catch (const loop_error &) {
      refused = true;
    }
  };
  auto main = [&]() -> task<> {
    self.emplace(spawn(work()));
    co_await sleep_for(1s);
  };
  run_within(main(), 1h);
  EXPECT_TRUE(refused);
}

TEST(spawn, runs_ten_thousand_tasks_at_once) {
  auto work = []() -> task<int> {
    co_await sleep_for(1s);
    co_return 1;
  };
  auto main = [&]() -> task<> {
    std::vector<handle<int>> started;
    for (int i = 0; i != 10'000; ++i)
      started.push_back(spawn(work()));
    int sum = 0;
    for (auto &each : started)
      sum += co_await each;
    EXPECT_EQ(sum, 10'000);
    EXPECT_EQ(now().time_since_epoch(), 1s);
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .report = &report});
  EXPECT_EQ(report.peak_tasks, 10'001u);
}

} // namespace
