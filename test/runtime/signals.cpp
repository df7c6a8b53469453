// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/run.h>
#include <tide/scope.h>
#include <tide/signals.h>
#include <tide/testing.h>
#include <tide/threads.h>

#include <gtest/gtest.h>

#include <csignal>
#include <optional>
#include <stdexcept>
#include <vector>

#include <unistd.h>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

bool is_blocked(int signal) {
  sigset_t now;
  ::pthread_sigmask(SIG_BLOCK, nullptr, &now);
  return sigismember(&now, signal) == 1;
}

/// Asks a waiting task to stop in the same turn of the loop as what it waits
/// for comes, but after that.
task<> cancel_once_woken(handle<int> &waiting) {
  event_loop::timer timer(event_loop::current(), now(),
                          [&] { waiting.cancel(); });
  co_await sleep_until(now());
}

TEST(signal_watch, gives_the_signal_that_comes) {
  auto main = []() -> task<> {
    signal_watch watch{SIGUSR1, SIGUSR2};
    auto first = spawn(watch.next());
    co_await sleep_for(1s);
    EXPECT_FALSE(first.done());
    ::raise(SIGUSR2);
    EXPECT_EQ(co_await first, SIGUSR2);
  };
  run_within(main(), 1h);
}

TEST(signal_watch, gives_signals_that_came_before_it_was_asked) {
  auto main = []() -> task<> {
    signal_watch watch({SIGUSR1, SIGUSR2});
    ::raise(SIGUSR1);
    ::raise(SIGUSR2);
    const int first = co_await watch.next();
    const int second = co_await watch.next();
    EXPECT_EQ(first + second, SIGUSR1 + SIGUSR2);
  };
  run_within(main(), 1h);
}

TEST(signal_watch, gives_signals_that_are_sent_to_the_process) {
  run([]() -> task<> {
    signal_watch watch{SIGTERM};
    auto first = spawn(watch.next());
    co_await to_thread([] { ::kill(::getpid(), SIGTERM); });
    EXPECT_EQ(co_await first, SIGTERM);
  }());
}

TEST(signal_watch, leaves_others_theirs) {
  auto main = []() -> task<> {
    signal_watch ones{SIGUSR1};
    signal_watch twos{SIGUSR2};
    auto one = spawn(ones.next());
    auto two = spawn(twos.next());
    ::raise(SIGUSR2);
    EXPECT_EQ(co_await two, SIGUSR2);
    EXPECT_FALSE(one.done());
    ::raise(SIGUSR1);
    EXPECT_EQ(co_await one, SIGUSR1);
  };
  run_within(main(), 1h);
}

TEST(signal_watch, blocks_signals_only_while_it_lives) {
  auto main = []() -> task<> {
    sigset_t usr2 = detail::to_set({SIGUSR2}), before;
    ::pthread_sigmask(SIG_BLOCK, &usr2, &before);
    {
      signal_watch watch{SIGUSR1, SIGUSR2};
      EXPECT_TRUE(is_blocked(SIGUSR1));
      EXPECT_TRUE(is_blocked(SIGUSR2));
      EXPECT_FALSE(is_blocked(SIGTERM));
    }
    EXPECT_FALSE(is_blocked(SIGUSR1));
    EXPECT_TRUE(is_blocked(SIGUSR2));
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    co_return;
  };
  run_within(main(), 1h);
}

TEST(signal_watch, may_end_before_another_one_that_began_earlier) {
  auto main = []() -> task<> {
    std::optional<signal_watch> ones(std::in_place,
                                     std::initializer_list<int>{SIGUSR1});
    signal_watch twos{SIGUSR2};
    ones.reset();
    EXPECT_FALSE(is_blocked(SIGUSR1));
    EXPECT_TRUE(is_blocked(SIGUSR2));
    co_return;
  };
  run_within(main(), 1h);
}

TEST(signal_watch, keeps_a_signal_for_the_next_task_when_one_is_cancelled) {
  auto main = []() -> task<> {
    signal_watch watch{SIGUSR1};
    auto waiting = spawn(watch.next());
    co_await sleep_for(1s);
    waiting.cancel();
    co_await waiting.join();
    EXPECT_TRUE(waiting.cancelled());
    ::raise(SIGUSR1);
    const int signal = co_await watch.next();
    EXPECT_EQ(signal, SIGUSR1);
  };
  run_within(main(), 1h);
}

TEST(signal_watch, loses_no_signal_when_a_task_is_cancelled_that_was_woken) {
  auto main = []() -> task<> {
    signal_watch watch{SIGUSR1};
    auto waiting = spawn(watch.next());
    co_await sleep_for(1s);
    ::raise(SIGUSR1);
    co_await cancel_once_woken(waiting);
    co_await waiting.join();
    EXPECT_FALSE(waiting.cancelled());
    EXPECT_EQ(waiting.result(), SIGUSR1);
  };
  run_within(main(), 1h);
}

TEST(until_signal, gives_nothing_when_the_work_ends_by_itself) {
  auto main = []() -> task<> {
    bool ended = false;
    auto work = [&]() -> task<> {
      co_await sleep_for(1s);
      ended = true;
    };
    const auto signal = co_await until_signal({SIGINT, SIGTERM}, work());
    EXPECT_FALSE(signal.has_value());
    EXPECT_TRUE(ended);
    EXPECT_FALSE(is_blocked(SIGINT));
    EXPECT_FALSE(is_blocked(SIGTERM));
  };
  run_within(main(), 1h);
}

TEST(until_signal, stops_the_work_and_waits_for_its_cleanup) {
  auto main = []() -> task<> {
    const auto begin = now();
    bool cleaned_up = false;
    auto work = []() -> task<> {
      ::raise(SIGTERM);
      co_await sleep_for(24h);
    };
    auto cleanup = [&]() -> task<> {
      co_await sleep_for(1s);
      cleaned_up = true;
    };
    const auto signal =
        co_await until_signal({SIGINT, SIGTERM}, with_cleanup(work(), cleanup));
    EXPECT_EQ(signal, SIGTERM);
    EXPECT_TRUE(cleaned_up);
    EXPECT_EQ(now(), begin + 1s);
    EXPECT_FALSE(is_blocked(SIGTERM));
  };
  debug_report report;
  run_within(main(), 1h,
             {.debug = true, .virtual_clock = true, .report = &report});
  EXPECT_TRUE(report.clean()) << report;
}

TEST(until_signal, does_not_disturb_the_cleanup_with_another_signal) {
  auto main = []() -> task<> {
    bool cleaned_up = false;
    auto work = []() -> task<> {
      ::raise(SIGINT);
      co_await sleep_for(24h);
    };
    auto cleanup = [&]() -> task<> {
      ::raise(SIGTERM);
      co_await sleep_for(1s);
      ::raise(SIGINT);
      co_await sleep_for(1s);
      cleaned_up = true;
    };
    const auto signal =
        co_await until_signal({SIGINT, SIGTERM}, with_cleanup(work(), cleanup));
    EXPECT_EQ(signal, SIGINT);
    EXPECT_TRUE(cleaned_up);
  };
  run_within(main(), 1h);
}

TEST(until_signal, throws_what_the_work_throws) {
  auto main = [](bool signalled) -> task<> {
    auto work = [](bool raises) -> task<> {
      if (raises)
        ::raise(SIGTERM);
      co_await sleep_for(1s);
    };
    auto cleanup = []() -> task<> {
      co_await yield_now();
      throw std::runtime_error("the cleanup failed");
    };
    co_await until_signal({SIGTERM}, with_cleanup(work(signalled), cleanup));
  };
  EXPECT_THROW(run_within(main(false), 1h), std::runtime_error);
  EXPECT_THROW(run_within(main(true), 1h), std::runtime_error);
  EXPECT_FALSE(is_blocked(SIGTERM));
}

TEST(until_signal, stops_the_work_when_it_is_cancelled_itself) {
  auto main = []() -> task<> {
    bool stopped = false;
    auto work = [&]() -> task<> {
      try {
        co_await sleep_for(24h);
      } catch (const cancelled &) {
        stopped = true;
        throw;
      }
    };
    auto waiting = spawn(until_signal({SIGTERM}, work()));
    co_await sleep_for(1s);
    waiting.cancel();
    co_await waiting.join();
    EXPECT_TRUE(waiting.cancelled());
    EXPECT_TRUE(stopped);
    EXPECT_FALSE(is_blocked(SIGTERM));
  };
  run_within(main(), 1h);
}

TEST(until_signal, tells_a_deadline_from_a_signal) {
  auto main = []() -> task<> {
    auto work = []() -> task<> { co_await sleep_for(24h); };
    co_await wait_for(until_signal({SIGTERM}, work()), 1min);
  };
  EXPECT_THROW(run_within(main(), 1h), timeout_error);
}

} // namespace
