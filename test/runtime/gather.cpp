// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t
#include <tide/gather.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using tide::task;
using tide::testing::run_within;

namespace {

task<int> number(int value, tide::duration after) {
  co_await tide::sleep_for(after);
  co_return value;
}

task<int> failure(std::string message, tide::duration after) {
  co_await tide::sleep_for(after);
  throw std::runtime_error(message);
}

/// Counts how often it ends, and how often by being cancelled.
struct witness {
  int ended = 0, cancelled = 0;

  task<int> watch(tide::duration time) {
    try {
      co_await tide::sleep_for(time);
    } catch (const tide::cancelled &) {
      ++cancelled;
      ++ended;
      throw;
    }
    ++ended;
    co_return 0;
  }
};

template <class... T> std::vector<task<int>> list(T... tasks) {
  std::vector<task<int>> result;
  (result.push_back(std::move(tasks)), ...);
  return result;
}

TEST(gather, gives_the_results_in_order_whichever_comes_first) {
  auto results = run_within(
      tide::gather(list(number(1, 3s), number(2, 1s), number(3, 2s))), 4s);
  EXPECT_EQ(results, (std::vector{1, 2, 3}));
}

TEST(gather, takes_as_long_as_the_slowest) {
  auto body = []() -> task<tide::duration> {
    const auto begin = tide::now();
    (void)co_await tide::gather(list(number(1, 3s), number(2, 2s)));
    co_return tide::now() - begin;
  };
  EXPECT_EQ(run_within(body(), 1min), 3s);
}

TEST(gather, takes_tasks_of_several_types) {
  auto nothing = []() -> task<> { co_return; };
  auto pointer = []() -> task<std::unique_ptr<int>> {
    co_return std::make_unique<int>(7);
  };
  auto results =
      run_within(tide::gather(number(1, 1s), nothing(), pointer()), 1min);
  EXPECT_EQ(std::get<0>(results), 1);
  EXPECT_EQ(*std::get<2>(results), 7);
}

TEST(gather, of_nothing_gives_nothing) {
  EXPECT_TRUE(run_within(tide::gather(list()), 1s).empty());
}

TEST(gather, of_tasks_without_a_result_awaits_them_all) {
  int done = 0;
  auto work = [&](tide::duration time) -> task<> {
    co_await tide::sleep_for(time);
    ++done;
  };
  std::vector<task<>> tasks;
  for (auto time : {1s, 2s, 3s})
    tasks.push_back(work(time));
  run_within(tide::gather(std::move(tasks)), 1min);
  EXPECT_EQ(done, 3);
}

TEST(gather, throws_the_first_error_and_cancels_the_siblings) {
  witness sibling;
  auto body = [&]() -> task<tide::duration> {
    const auto begin = tide::now();
    try {
      (void)co_await tide::gather(
          list(sibling.watch(1h), failure("second", 2s), failure("first", 1s)));
      ADD_FAILURE() << "nothing was thrown";
    } catch (const std::runtime_error &error) {
      EXPECT_STREQ(error.what(), "first");
    }
    EXPECT_EQ(sibling.ended, 1) << "it must have ended before the await does";
    co_return tide::now() - begin;
  };
  EXPECT_EQ(run_within(body(), 2h), 1s);
  EXPECT_EQ(sibling.cancelled, 1);
}

TEST(gather, waits_for_a_sibling_that_takes_its_time_to_stop) {
  auto slow_to_stop = []() -> task<int> {
    co_await tide::with_cleanup(number(1, 1h),
                                [] { return tide::shield(number(0, 5s)); });
    co_return 0;
  };
  auto body = [&]() -> task<tide::duration> {
    const auto begin = tide::now();
    try {
      (void)co_await tide::gather(slow_to_stop(), failure("now", 1s));
    } catch (const std::runtime_error &) {
    }
    co_return tide::now() - begin;
  };
  EXPECT_EQ(run_within(body(), 2h), 6s);
}

TEST(gather, hands_its_own_cancellation_on_to_its_tasks) {
  witness first, second;
  auto body = [&]() -> task<> {
    auto gathering =
        tide::spawn(tide::gather(first.watch(1h), second.watch(1h)));
    co_await tide::sleep_for(1s);
    gathering.cancel();
    co_await gathering.join();
    EXPECT_TRUE(gathering.cancelled());
  };
  run_within(body(), 1min);
  EXPECT_EQ(first.cancelled, 1);
  EXPECT_EQ(second.cancelled, 1);
}

TEST(gather, leaves_no_lost_errors_to_report) {
  tide::debug_report report;
  EXPECT_THROW(run(tide::gather(list(failure("a", 1s), failure("b", 1s))),
                   {.debug = true, .virtual_clock = true, .report = &report}),
               std::runtime_error);
  EXPECT_TRUE(report.clean());
}

TEST(gather_settled, gives_errors_as_values_and_stops_nothing) {
  auto outcomes =
      run_within(tide::gather_settled(
                     list(failure("a", 1s), number(2, 2s), failure("c", 3s))),
                 1min);
  ASSERT_EQ(outcomes.size(), 3u);
  EXPECT_FALSE(outcomes[0].ok());
  EXPECT_EQ(tide::message_of(outcomes[0].error()), "a");
  EXPECT_EQ(outcomes[1].value(), 2);
  EXPECT_THROW((void)outcomes[2].value(), std::runtime_error);
}

TEST(gather_settled, is_cancelled_as_a_whole) {
  witness sibling;
  auto body = [&]() -> task<> {
    auto gathering = tide::spawn(
        tide::gather_settled(list(sibling.watch(1h), number(1, 1s))));
    co_await tide::sleep_for(2s);
    gathering.cancel();
    co_await gathering.join();
    EXPECT_TRUE(gathering.cancelled());
  };
  run_within(body(), 1min);
  EXPECT_EQ(sibling.cancelled, 1);
}

TEST(first_of, gives_the_first_result_and_cancels_the_losers) {
  witness loser;
  auto first = run_within(
      tide::first_of(list(loser.watch(1h), number(7, 1s), number(8, 2s))),
      1min);
  EXPECT_EQ(first.index, 1u);
  EXPECT_EQ(first.value, 7);
  EXPECT_EQ(loser.cancelled, 1);
}

TEST(first_of, throws_when_the_first_to_end_failed) {
  witness loser;
  EXPECT_THROW((void)run_within(
                   tide::first_of(loser.watch(1h), failure("first", 1s)), 1min),
               std::runtime_error);
  EXPECT_EQ(loser.cancelled, 1);
}

TEST(first_of, tells_apart_tasks_of_several_types) {
  auto words = []() -> task<std::string> {
    co_await tide::sleep_for(1s);
    co_return "words";
  };
  auto first = run_within(tide::first_of(number(1, 1h), words()), 1min);
  ASSERT_EQ(first.index(), 1u);
  EXPECT_EQ(std::get<1>(first), "words");
}

TEST(first_of, prefers_the_earlier_of_two_that_end_in_the_same_turn) {
  EXPECT_EQ(run_within(tide::first_of(list(number(1, 1s), number(2, 1s))), 1min)
                .index,
            0u);
}

TEST(first_of, refuses_an_empty_list) {
  EXPECT_THROW((void)run_within(tide::first_of(list()), 1min),
               tide::loop_error);
}

} // namespace
