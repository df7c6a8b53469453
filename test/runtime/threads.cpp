// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/event.h>
#include <tide/gather.h>
#include <tide/run.h>
#include <tide/threads.h>

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <csignal>
#include <future>
#include <latch>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using tide::event_loop;
using tide::task;
using tide::to_thread;

namespace {

const tide::run_options virtual_clock{.virtual_clock = true};

task<int> twice(int number) {
  co_await tide::yield_now();
  co_return 2 * number;
}

TEST(threads, give_what_the_function_gives) {
  tide::run([]() -> task<> {
    EXPECT_EQ(co_await to_thread([] { return 42; }), 42);
    const auto moved =
        co_await to_thread([] { return std::make_unique<int>(7); });
    EXPECT_EQ(*moved, 7);
    bool ran = false;
    co_await to_thread([&] { ran = true; });
    EXPECT_TRUE(ran);
  }());
}

TEST(threads, throw_what_the_function_throws) {
  tide::run([]() -> task<> {
    std::string message;
    try {
      co_await to_thread(
          []() -> int { throw std::runtime_error("no such host"); });
    } catch (const std::runtime_error &error) {
      message = error.what();
    }
    EXPECT_EQ(message, "no such host");
  }());
}

TEST(threads, let_the_loop_go_on) {
  tide::run([]() -> task<> {
    const auto here = std::this_thread::get_id();
    std::latch latch(1);
    auto waits = tide::spawn(to_thread([&] {
      latch.wait();
      return std::this_thread::get_id();
    }));
    co_await tide::yield_now();
    co_await tide::yield_now();
    EXPECT_FALSE(waits.done());
    latch.count_down();
    const auto there = co_await std::move(waits);
    EXPECT_NE(there, here);
  }());
}

TEST(threads, stop_a_virtual_clock_while_they_work) {
  tide::run(
      []() -> task<> {
        const auto begin = tide::now();
        auto sleeper = tide::spawn(tide::wait_for(
            to_thread([] { std::this_thread::sleep_for(5ms); }), 1h));
        co_await std::move(sleeper);
        EXPECT_EQ(tide::now(), begin);
        co_await tide::sleep_for(1h);
        EXPECT_EQ(tide::now(), begin + 1h);
      }(),
      virtual_clock);
}

TEST(threads, are_waited_for_by_a_cancelled_task_whose_frame_they_use) {
  tide::run([]() -> task<> {
    std::latch begun(1), go_on(1);
    int in_the_frame = 0;
    auto borrower = [&]() -> task<int> {
      std::array<int, 3> numbers{1, 2, 3};
      co_await to_thread([&] {
        begun.count_down();
        go_on.wait();
        numbers[0] = 10;
        in_the_frame = numbers[0];
      });
      co_return 0;
    };
    auto borrowing = tide::spawn(borrower());
    co_await to_thread([&] { begun.wait(); });
    borrowing.cancel();
    co_await tide::yield_now();
    co_await tide::yield_now();
    EXPECT_FALSE(borrowing.done());
    go_on.count_down();
    co_await borrowing.join();
    EXPECT_TRUE(borrowing.cancelled());
    EXPECT_EQ(in_the_frame, 10);
  }());
}

TEST(threads, are_not_asked_by_a_task_that_is_to_stop) {
  tide::run([]() -> task<> {
    bool ran = false;
    auto stopping = [&]() -> task<> {
      tide::activity::current().cancel();
      co_await to_thread([&] { ran = true; });
    };
    auto stopped = tide::spawn(stopping());
    co_await stopped.join();
    EXPECT_TRUE(stopped.cancelled());
    EXPECT_FALSE(ran);
  }());
}

TEST(threads, end_before_a_deadline_is_told) {
  tide::run([]() -> task<> {
    bool finished = false, too_late = false;
    try {
      auto slow = to_thread([&] {
        std::this_thread::sleep_for(20ms);
        finished = true;
      });
      co_await tide::wait_for(std::move(slow), 1ms);
    } catch (const tide::timeout_error &) {
      too_late = true;
    }
    EXPECT_TRUE(too_late);
    EXPECT_TRUE(finished);
  }());
}

TEST(threads, are_waited_for_at_the_end_of_the_program) {
  std::latch begun(1);
  std::atomic<bool> finished = false;
  auto borrower = [&]() -> task<> {
    std::string text = "abc";
    co_await to_thread([&] {
      begun.count_down();
      std::this_thread::sleep_for(20ms);
      finished = text == "abc";
    });
  };
  auto main = [&]() -> task<> {
    (void)tide::spawn(borrower());
    co_await to_thread([&] { begun.wait(); });
  };
  tide::run(main(), {.grace = 0ms});
  EXPECT_TRUE(finished);
}

TEST(threads, serve_many_tasks_at_once) {
  tide::run([]() -> task<> {
    std::vector<task<int>> work;
    for (int i = 0; i < 200; ++i)
      work.push_back(to_thread([i] { return i; }));
    const auto results = co_await tide::gather(std::move(work));
    for (int i = 0; i < 200; ++i)
      EXPECT_EQ(results[static_cast<std::size_t>(i)], i);
  }());
}

TEST(threads, know_the_way_back_to_the_loop) {
  const auto here = std::this_thread::get_id();
  tide::run([&]() -> task<> {
    auto &loop = event_loop::current();
    auto where = [&]() -> task<std::thread::id> {
      co_return std::this_thread::get_id();
    };
    const auto found = co_await to_thread(
        [&] { return tide::run_coroutine_threadsafe(loop, where()).get(); });
    EXPECT_EQ(found, here);
    const int result = co_await to_thread(
        [&] { return tide::run_coroutine_threadsafe(loop, twice(21)).get(); });
    EXPECT_EQ(result, 42);
    co_await to_thread([&] {
      tide::run_coroutine_threadsafe(loop, []() -> task<> { co_return; }())
          .get();
    });
  }());
}

TEST(threads, get_the_error_of_what_they_sent_to_the_loop) {
  tide::debug_report report;
  auto main = []() -> task<> {
    auto &loop = event_loop::current();
    auto fails = []() -> task<int> {
      co_await tide::yield_now();
      throw std::runtime_error("it failed");
    };
    auto stops = []() -> task<> {
      tide::activity::current().cancel();
      co_await tide::yield_now();
    };
    co_await to_thread([&] {
      EXPECT_THROW(tide::run_coroutine_threadsafe(loop, fails()).get(),
                   std::runtime_error);
      EXPECT_THROW(tide::run_coroutine_threadsafe(loop, stops()).get(),
                   tide::cancelled);
    });
  };
  tide::run(main(), {.debug = true, .report = &report});
  EXPECT_TRUE(report.clean()) << report;
}

TEST(threads, are_told_when_the_loop_ended_before) {
  std::future<int> never;
  tide::run([&]() -> task<> {
    never = tide::run_coroutine_threadsafe(event_loop::current(), twice(1));
    co_return;
  }());
  EXPECT_THROW(never.get(), std::future_error);
}

TEST(threads, call_the_loop_in_their_own_order) {
  tide::run([]() -> task<> {
    constexpr int threads = 4, calls = 250;
    auto &loop = event_loop::current();
    std::array<std::vector<int>, threads> seen;
    std::vector<task<>> work;
    for (auto &list : seen) {
      work.push_back(to_thread([&] {
        for (int i = 0; i < calls; ++i)
          loop.call_soon_threadsafe([&list, i] { list.push_back(i); });
      }));
    }
    co_await tide::gather(std::move(work));
    for (const auto &list : seen) {
      EXPECT_EQ(list.size(), std::size_t{calls});
      EXPECT_TRUE(std::is_sorted(list.begin(), list.end()));
    }
  }());
}

TEST(thread_pool, has_no_more_threads_than_it_was_told) {
  tide::run([]() -> task<> {
    // NOLINTNEXTLINE(async-blocking-call): its jobs have ended
    tide::thread_pool pool(2);
    std::atomic<int> now = 0, most = 0;
    std::vector<task<>> work;
    for (int i = 0; i < 20; ++i) {
      work.push_back(tide::run_in(pool, [&] {
        const int running = ++now;
        for (int seen = most;
             seen < running && !most.compare_exchange_weak(seen, running);) {
        }
        std::this_thread::sleep_for(100us);
        --now;
      }));
    }
    co_await tide::gather(std::move(work));
    EXPECT_GE(most, 1);
    EXPECT_LE(most, 2);
  }());
}

TEST(thread_pool, uses_all_threads_that_it_may) {
  tide::run([]() -> task<> {
    // NOLINTNEXTLINE(async-blocking-call): its jobs have ended
    tide::thread_pool pool(3);
    std::latch all_are_there(3);
    std::vector<task<>> work;
    for (int i = 0; i < 3; ++i)
      work.push_back(
          tide::run_in(pool, [&] { all_are_there.arrive_and_wait(); }));
    co_await tide::gather(std::move(work));
  }());
}

TEST(thread_pool, runs_functions_in_the_order_they_came) {
  tide::run([]() -> task<> {
    // NOLINTNEXTLINE(async-blocking-call): its jobs have ended
    tide::thread_pool pool(1);
    std::vector<int> order;
    std::vector<task<>> work;
    for (int i = 0; i < 10; ++i)
      work.push_back(tide::run_in(pool, [&order, i] { order.push_back(i); }));
    co_await tide::gather(std::move(work));
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  }());
}

TEST(thread_pool, may_end_as_soon_as_its_last_function_has_returned) {
  tide::run([]() -> task<> {
    for (int i = 0; i < 50; ++i) {
      // NOLINTNEXTLINE(async-blocking-call): its jobs have ended
      tide::thread_pool pool(2);
      const int result = co_await tide::run_in(pool, [i] { return i; });
      EXPECT_EQ(result, i);
    }
  }());
}

TEST(thread_pool, serves_several_loops) {
  tide::thread_pool pool(2);
  auto program = [&] {
    tide::run([&]() -> task<> {
      for (int i = 0; i < 20; ++i) {
        const int result = co_await tide::run_in(pool, [i] { return i; });
        EXPECT_EQ(result, i);
      }
    }());
  };
  std::thread other(program);
  program();
  other.join();
}

TEST(thread_pool, leaves_signals_to_the_others) {
  tide::run([]() -> task<> {
    // NOLINTNEXTLINE(async-blocking-call): its jobs have ended
    tide::thread_pool pool(1);
    const sigset_t blocked = co_await tide::run_in(pool, [] {
      sigset_t now;
      ::pthread_sigmask(SIG_BLOCK, nullptr, &now);
      return now;
    });
    EXPECT_EQ(sigismember(&blocked, SIGTERM), 1);
    EXPECT_EQ(sigismember(&blocked, SIGINT), 1);
    EXPECT_EQ(sigismember(&blocked, SIGSEGV), 0);
    sigset_t own;
    ::pthread_sigmask(SIG_BLOCK, nullptr, &own);
    EXPECT_EQ(sigismember(&own, SIGTERM), 0);
  }());
}

TEST(thread_pool, needs_a_thread) {
  EXPECT_THROW(tide::thread_pool(0), std::invalid_argument);
}

} // namespace
