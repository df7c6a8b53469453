// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t
#include <tide/task_group.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using tide::task;
using tide::task_group;
using tide::testing::run_within;

namespace {

task<> failure(std::string message, tide::duration after) {
  co_await tide::sleep_for(after);
  throw std::runtime_error(message);
}

/// Sleeps; adds one to \p stopped if it is cancelled, and lets that through.
task<> sleeper(tide::duration time, int &stopped) {
  try {
    co_await tide::sleep_for(time);
  } catch (const tide::cancelled &) {
    ++stopped;
    throw;
  }
}

task<int> number(int value) {
  co_await tide::sleep_for(1s);
  co_return value;
}

TEST(task_group, joins_its_tasks_at_its_end) {
  auto body = []() -> task<tide::duration> {
    int stopped = 0;
    const auto begin = tide::now();
    co_await tide::with_task_group([&](task_group &group) -> task<> {
      group.spawn(sleeper(3s, stopped));
      group.spawn(sleeper(2s, stopped));
      co_return;
    });
    EXPECT_EQ(stopped, 0);
    co_return tide::now() - begin;
  };
  EXPECT_EQ(run_within(body(), 1min), 3s);
}

TEST(task_group, gives_what_its_body_gives) {
  auto body = [](task_group &group) -> task<int> {
    auto left = group.spawn(number(3)), right = group.spawn(number(4));
    co_return co_await left + co_await right;
  };
  EXPECT_EQ(run_within(tide::with_task_group(body), 1min), 7);
}

TEST(task_group, lets_its_tasks_spawn_more) {
  int depth = 0;
  auto descend = [&](auto &self, task_group &group, int levels) -> task<> {
    co_await tide::yield_now();
    ++depth;
    if (levels > 1)
      group.spawn(self(self, group, levels - 1));
  };
  auto body = [&](task_group &group) -> task<> {
    group.spawn(descend(descend, group, 5));
    co_return;
  };
  run_within(tide::with_task_group(body), 1min);
  EXPECT_EQ(depth, 5);
}

TEST(task_group, stops_siblings_and_body_at_the_first_failure) {
  int stopped = 0;
  auto main = [&]() -> task<> {
    try {
      co_await tide::with_task_group([&](task_group &group) -> task<> {
        group.spawn(sleeper(1h, stopped));
        group.spawn(failure("broken", 1s));
        co_await sleeper(1h, stopped);
      });
      ADD_FAILURE() << "nothing was thrown";
    } catch (const tide::exception_group &group) {
      EXPECT_EQ(group.errors().size(), 1u);
      EXPECT_STREQ(group.what(), "1 task failed, the first with: broken");
    }
    // The group's own request to its body is taken back.
    EXPECT_EQ(tide::activity::current().cancelling(), 0);
    co_await tide::sleep_for(1s);
  };
  run_within(main(), 1min);
  EXPECT_EQ(stopped, 2);
}

TEST(task_group, collects_all_errors) {
  auto stubborn = []() -> task<> {
    co_await tide::with_cleanup(failure("late", 1h),
                                [] { return failure("cleanup", 1s); });
  };
  auto body = [&](task_group &group) -> task<> {
    group.spawn(stubborn());
    group.spawn(failure("early", 1s));
    co_return;
  };
  try {
    run_within(tide::with_task_group(body), 1min);
    ADD_FAILURE() << "nothing was thrown";
  } catch (const tide::exception_group &group) {
    ASSERT_EQ(group.errors().size(), 2u);
    EXPECT_EQ(tide::message_of(group.errors()[0]), "early");
    EXPECT_EQ(tide::message_of(group.errors()[1]), "cleanup");
  }
}

TEST(task_group, stops_its_tasks_when_the_body_throws) {
  int stopped = 0;
  auto body = [&](task_group &group) -> task<> {
    group.spawn(sleeper(1h, stopped));
    co_await failure("body", 1s);
  };
  EXPECT_THROW(run_within(tide::with_task_group(body), 1min),
               tide::exception_group);
  EXPECT_EQ(stopped, 1);
}

TEST(task_group, does_not_mind_a_task_that_is_cancelled) {
  int stopped = 0;
  auto body = [&](task_group &group) -> task<> {
    auto one = group.spawn(sleeper(1h, stopped));
    co_await tide::sleep_for(1s);
    one.cancel();
  };
  run_within(tide::with_task_group(body), 1min);
  EXPECT_EQ(stopped, 1);
}

TEST(task_group, is_cancelled_with_its_tasks_from_outside) {
  for (bool body_has_ended : {false, true}) {
    int stopped = 0;
    auto main = [&]() -> task<> {
      auto outer =
          tide::spawn(tide::with_task_group([&](task_group &group) -> task<> {
            group.spawn(sleeper(1h, stopped));
            if (!body_has_ended)
              co_await sleeper(1h, stopped);
          }));
      co_await tide::sleep_for(1s);
      outer.cancel();
      co_await outer.join();
      EXPECT_TRUE(outer.cancelled());
    };
    run_within(main(), 1min);
    EXPECT_EQ(stopped, body_has_ended ? 1 : 2);
  }
}

TEST(task_group, that_is_cancelled_while_a_task_fails_tells_the_error_first) {
  auto failing_cleanup = []() -> task<> {
    co_await tide::with_cleanup(
        tide::with_timeout(1h, [](auto &) { return failure("late", 1h); }),
        [] { return failure("cleanup", 1s); });
  };
  bool told = false, stopped = false;
  auto work = [&]() -> task<> {
    try {
      co_await tide::with_task_group([&](task_group &group) -> task<> {
        group.spawn(failing_cleanup());
        co_await tide::sleep_for(1h);
      });
    } catch (const tide::exception_group &) {
      told = true;
    }
    try {
      co_await tide::sleep_for(1s);
    } catch (const tide::cancelled &) {
      stopped = true;
      throw;
    }
  };
  auto main = [&]() -> task<> {
    auto outer = tide::spawn(work());
    co_await tide::sleep_for(1s);
    outer.cancel();
    co_await outer.join();
    EXPECT_TRUE(outer.cancelled());
  };
  run_within(main(), 1min);
  EXPECT_TRUE(told);
  EXPECT_TRUE(stopped);
}

TEST(task_group, cancels_what_is_spawned_after_cancel) {
  int stopped = 0;
  auto body = [&](task_group &group) -> task<> {
    group.cancel();
    auto late = group.spawn(sleeper(1h, stopped));
    co_await late.join();
    EXPECT_TRUE(late.cancelled());
  };
  run_within(tide::with_task_group(body), 1min);
  EXPECT_EQ(stopped, 0) << "it never began";
}

TEST(task_group, keeps_nothing_of_thousands_that_have_ended) {
  tide::debug_report report;
  auto body = [](task_group &group) -> task<> {
    for (int i = 0; i < 10'000; ++i) {
      group.spawn(number(i));
      co_await tide::sleep_for(1s);
    }
  };
  run(tide::with_task_group(body),
      {.debug = true, .virtual_clock = true, .report = &report});
  EXPECT_LE(report.peak_tasks, 3u);
}

} // namespace
