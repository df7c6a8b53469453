// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/run.h>
#include <tide/time.h>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;

namespace {

const run_options simulated{.virtual_clock = true};

task<> nothing() { co_return; }

TEST(run, destroys_what_does_not_stop_newest_first) {
  std::string order;
  auto insist = [&](char name) -> task<> {
    struct on_destruction {
      std::string &order;
      char name;
      ~on_destruction() { order += name; }
    } written{order, name};
    for (;;) {
      try {
        co_await sleep_for(1h);
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto main = [&]() -> task<> {
    for (char name : {'a', 'b', 'c'})
      static_cast<void>(spawn(insist(name)));
    co_await sleep_for(1s);
  };
  run(main(), {.virtual_clock = true, .grace = 1s});
  EXPECT_EQ(order, "cba");
}

TEST(run, gives_the_result_of_main) {
  auto number = []() -> task<int> { co_return 42; };
  EXPECT_EQ(run(number()), 42);
  auto text = []() -> task<std::string> { co_return "text"; };
  EXPECT_EQ(run(text()), "text");
  auto pointer = []() -> task<std::unique_ptr<int>> {
    co_return std::make_unique<int>(42);
  };
  EXPECT_EQ(*run(pointer()), 42);
  run(nothing());
}

TEST(run, throws_the_error_of_main) {
  auto fail = []() -> task<> {
    co_await yield_now();
    throw std::runtime_error("failed");
  };
  try {
    run(fail());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const std::runtime_error &error) {
    EXPECT_STREQ(error.what(), "failed");
  }
}

TEST(run, throws_cancelled_when_main_was_cancelled) {
  auto stop_itself = []() -> task<> {
    activity::current().cancel();
    co_await sleep_for(1h);
  };
  EXPECT_THROW(run(stop_itself()), cancelled);
}

TEST(run, can_be_done_again) {
  for (int i = 0; i != 3; ++i)
    run(nothing());
}

TEST(run, happens_on_several_threads_at_once) {
  auto work = [](int result) -> task<int> {
    auto child = [&]() -> task<int> {
      co_await sleep_for(1ms);
      co_return result;
    };
    auto started = spawn(child());
    co_return co_await started;
  };
  std::vector<int> results(4);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i != 4; ++i)
      threads.emplace_back([&, i] { results[i] = run(work(i)); });
  }
  EXPECT_EQ(results, std::vector<int>({0, 1, 2, 3}));
}

TEST(run, cannot_be_nested) {
  auto main = []() -> task<> {
    // NOLINTNEXTLINE(async-blocking-call): that it throws is what is tested
    EXPECT_THROW(run(nothing()), loop_error);
    co_await yield_now(); // the outer loop goes on
    // NOLINTNEXTLINE(async-blocking-call): that it throws is what is tested
    EXPECT_THROW(run(nothing()), loop_error);
  };
  debug_report report;
  run(main(), {.report = &report});
  EXPECT_EQ(report.never_awaited.size(), 2u);
}

TEST(run, gives_a_loop_to_what_needs_one) {
  EXPECT_EQ(event_loop::running(), nullptr);
  EXPECT_THROW(event_loop::current(), loop_error);
  EXPECT_THROW(activity::current(), loop_error);
  EXPECT_THROW(now(), loop_error);
  EXPECT_THROW(static_cast<void>(spawn(nothing())), loop_error);
  auto main = []() -> task<> {
    EXPECT_EQ(event_loop::running(), &event_loop::current());
    EXPECT_NO_THROW(activity::current());
    // NOLINTNEXTLINE(async-blocking-call): short, and nothing else is to run
    std::jthread([] { EXPECT_EQ(event_loop::running(), nullptr); }).join();
    co_return;
  };
  run(main());
  EXPECT_EQ(event_loop::running(), nullptr);
}

TEST(run, has_no_current_task_in_a_callback) {
  auto main = []() -> task<> {
    bool called = false;
    event_loop::current().call_soon([&] {
      EXPECT_THROW(activity::current(), loop_error);
      called = true;
    });
    while (!called)
      co_await yield_now();
  };
  run(main());
}

TEST(run, cancels_what_main_leaves_running) {
  std::string log;
  auto work = [&]() -> task<> {
    bool stopped = false;
    try {
      co_await sleep_for(1h);
    } catch (const cancelled &) {
      stopped = true;
    }
    co_await sleep_for(1s); // it may take its time
    log += stopped ? "cleaned up" : "went on";
    throw cancelled();
  };
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(work()));
    co_await yield_now();
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .report = &report});
  EXPECT_EQ(log, "cleaned up");
  EXPECT_TRUE(report.clean());
}

TEST(run, cancels_what_is_left_when_main_fails) {
  bool stopped = false;
  auto work = [&]() -> task<> {
    try {
      co_await sleep_for(1h);
    } catch (const cancelled &) {
      stopped = true;
      throw;
    }
  };
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(work()));
    co_await yield_now();
    throw std::runtime_error("failed");
  };
  EXPECT_THROW(run(main(), simulated), std::runtime_error);
  EXPECT_TRUE(stopped);
}

TEST(run, does_not_begin_what_main_started_last) {
  bool begun = false;
  auto work = [&]() -> task<> {
    begun = true;
    co_return;
  };
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(work()));
    co_return;
  };
  run(main());
  EXPECT_FALSE(begun);
}

/// Does not stop when it is cancelled, before \p how_often times.
task<> insist(int how_often, std::shared_ptr<int>) {
  while (how_often > 0) {
    try {
      co_await sleep_for(1s);
      // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
    } catch (const cancelled &) {
      --how_often;
    }
  }
}

TEST(run, destroys_what_does_not_stop_in_time) {
  auto held = std::make_shared<int>();
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(insist(2, held), "stubborn"));
    co_await yield_now();
    EXPECT_EQ(held.use_count(), 2);
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 3s, .report = &report});
  EXPECT_EQ(report.unstopped, std::vector<std::string>({"stubborn"}));
  EXPECT_EQ(held.use_count(), 1);
}

TEST(run, destroys_what_does_not_stop_in_time_though_somebody_has_its_handle) {
  auto held = std::make_shared<int>();
  std::vector<handle<void>> handles;
  auto main = [&]() -> task<> {
    handles.push_back(spawn(insist(2, held)));
    co_await yield_now();
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 3s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 1u);
  EXPECT_EQ(held.use_count(), 1);
  EXPECT_FALSE(handles.front().done());
  EXPECT_THROW(handles.front().result(), loop_error);
}

TEST(run, destroys_tasks_that_wait_for_each_other) {
  auto held = std::make_shared<int>();
  std::vector<std::optional<handle<void>>> handles(2);
  auto wait_for_the_other = [&](std::size_t other,
                                std::shared_ptr<int>) -> task<> {
    co_await yield_now();
    const auto joined = *std::exchange(handles[other], std::nullopt);
    for (;;) {
      try {
        co_await joined.join();
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto main = [&]() -> task<> {
    handles[0].emplace(spawn(wait_for_the_other(1, held)));
    handles[1].emplace(spawn(wait_for_the_other(0, held)));
    co_await sleep_for(1s);
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 1s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 2u);
  EXPECT_EQ(held.use_count(), 1);
}

TEST(run, gives_what_is_left_its_grace_and_no_more) {
  duration ended_at{};
  auto work = [&](duration cleanup) -> task<> {
    try {
      co_await sleep_for(1h);
    } catch (const cancelled &) {
    }
    co_await sleep_for(cleanup);
    ended_at = now().time_since_epoch();
    throw cancelled();
  };
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(work(10s)));
    static_cast<void>(spawn(work(30s), "slow"));
    co_await sleep_for(1s);
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 20s, .report = &report});
  EXPECT_EQ(ended_at, 11s);
  EXPECT_EQ(report.unstopped, std::vector<std::string>({"slow"}));
}

TEST(run, lets_handles_outlive_it) {
  std::vector<handle<int>> handles;
  auto work = [](bool fails) -> task<int> {
    if (fails)
      throw std::runtime_error("failed");
    co_return 42;
  };
  auto main = [&]() -> task<> {
    handles.push_back(spawn(work(false)));
    handles.push_back(spawn(work(true)));
    handles.push_back(spawn(work(true))); // nobody reads this one's error
    co_await sleep_for(1s);
    handles.push_back(spawn(work(false)));
  };
  run(main(), simulated);
  EXPECT_EQ(handles[0].result(), 42);
  EXPECT_THROW(handles[1].result(), std::runtime_error);
  EXPECT_TRUE(handles[2].done());
  EXPECT_TRUE(handles[3].cancelled());
}

TEST(run, calls_soon_in_order_between_steps) {
  std::string order;
  auto main = [&]() -> task<> {
    auto &loop = event_loop::current();
    auto other = [&]() -> task<> {
      order += 't';
      co_return;
    };
    loop.call_soon([&] {
      order += 'a';
      loop.call_soon([&] { order += 'd'; });
    });
    auto started = spawn(other());
    loop.call_soon([&] { order += 'b'; });
    order += 'm';
    co_await yield_now();
    order += 'n';
    co_await yield_now();
    order += 'o';
    co_await started;
  };
  run(main());
  EXPECT_EQ(order, "matbndo");
}

TEST(run, calls_what_was_to_be_called_soon_before_it_ends) {
  std::string order;
  auto work = [&]() -> task<> { co_await sleep_for(1h); };
  auto main = [&]() -> task<> {
    auto started = spawn(work());
    started.add_done_callback([&] { order += "done,"; });
    co_await yield_now();
    event_loop::current().call_soon([&] { order += "soon,"; });
  };
  run(main(), simulated);
  EXPECT_EQ(order, "soon,done,");
}

TEST(run, lets_other_threads_call_in) {
  constexpr int threads_count = 4, calls_per_thread = 1000;
  int calls = 0;
  auto main = [&]() -> task<> {
    auto &loop = event_loop::current();
    const auto me = std::this_thread::get_id();
    std::vector<std::jthread> threads;
    for (int i = 0; i != threads_count; ++i)
      threads.emplace_back([&] {
        for (int n = 0; n != calls_per_thread; ++n)
          loop.call_soon_threadsafe([&] {
            EXPECT_EQ(std::this_thread::get_id(), me);
            ++calls;
          });
      });
    while (calls != threads_count * calls_per_thread)
      co_await sleep_for(100us);
  };
  run(main());
  EXPECT_EQ(calls, threads_count * calls_per_thread);
}

TEST(run, is_woken_by_another_thread_though_nothing_else_is_to_be_done) {
  for (const bool virtual_clock : {false, true}) {
    bool called = false;
    auto main = [&]() -> task<> {
      auto &loop = event_loop::current();
      std::optional<handle<void>> sleeper;
      auto sleep = [&]() -> task<> { co_await sleep_for(1h); };
      sleeper.emplace(spawn(sleep()));
      const event_loop::outside_work thread_works(
          loop); // or else the virtual clock would jump
      // NOLINTNEXTLINE(async-blocking-call): short, and nothing else is to run
      std::jthread thread([&] {
        std::this_thread::sleep_for(1ms);
        loop.call_soon_threadsafe([&] {
          called = true;
          sleeper->cancel();
        });
      });
      co_await sleeper->join();
      EXPECT_TRUE(sleeper->cancelled());
    };
    run(main(), {.virtual_clock = virtual_clock});
    EXPECT_TRUE(called);
  }
}

TEST(run, keeps_others_from_starving_while_some_are_always_ready) {
  bool called = false, woken = false;
  auto main = [&]() -> task<> {
    auto &loop = event_loop::current();
    event_loop::timer timer(loop, now() + 1ms, [&] { woken = true; });
    // NOLINTNEXTLINE(async-blocking-call): short, and nothing else is to run
    std::jthread thread(
        [&] { loop.call_soon_threadsafe([&] { called = true; }); });
    while (!called || !woken)
      co_await yield_now();
  };
  run(main());
}

} // namespace
