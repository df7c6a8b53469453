// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t
#include <tide/generator.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using tide::async_generator;
using tide::task;
using tide::testing::run_within;

namespace {

/// Yields \p count numbers, one a second, and awaits its cleanup.
async_generator<int> numbers(int count, std::string &log) {
  std::exception_ptr left_by;
  try {
    for (int i = 0; i < count; ++i) {
      co_await tide::sleep_for(1s);
      co_yield i;
    }
  } catch (...) {
    left_by = std::current_exception();
  }
  co_await tide::sleep_for(1s);
  log += "cleaned up";
  if (left_by)
    std::rethrow_exception(left_by);
}

TEST(generator, gives_its_items_one_by_one) {
  std::string log;
  auto body = [&]() -> task<std::vector<int>> {
    std::vector<int> seen;
    auto items = numbers(3, log);
    while (auto item = co_await items.next())
      seen.push_back(*item);
    EXPECT_FALSE(co_await items.next()) << "it stays at its end";
    co_return seen;
  };
  EXPECT_EQ(run_within(body(), 1min), (std::vector{0, 1, 2}));
  EXPECT_EQ(log, "cleaned up");
}

TEST(generator, computes_nothing_before_it_is_asked) {
  std::string log;
  auto body = [&]() -> task<> {
    auto items = numbers(3, log);
    co_await tide::sleep_for(1h);
    const auto begin = tide::now();
    (void)co_await items.next();
    EXPECT_EQ(tide::now() - begin, 1s);
    co_await items.close();
  };
  run_within(body(), 2h);
}

TEST(generator, yields_what_can_only_be_moved) {
  auto pointers = []() -> async_generator<std::unique_ptr<int>> {
    co_yield std::make_unique<int>(7);
  };
  auto body = [&]() -> task<> {
    auto items = pointers();
    auto first = co_await items.next();
    EXPECT_EQ(**first, 7);
    EXPECT_FALSE(co_await items.next());
  };
  run_within(body(), 1min);
}

TEST(generator, throws_its_error_once) {
  auto broken = []() -> async_generator<int> {
    co_yield 1;
    throw std::runtime_error("broken");
  };
  auto body = [&]() -> task<> {
    auto items = broken();
    EXPECT_EQ(co_await items.next(), 1);
    bool thrown = false;
    try {
      (void)co_await items.next();
    } catch (const std::runtime_error &) {
      thrown = true;
    }
    EXPECT_TRUE(thrown);
    EXPECT_FALSE(co_await items.next());
  };
  run_within(body(), 1min);
}

TEST(generator, cleans_up_when_it_is_closed) {
  std::string log;
  auto body = [&]() -> task<> {
    auto items = numbers(3, log);
    (void)co_await items.next();
    co_await items.close();
    EXPECT_EQ(log, "cleaned up");
    co_await items.close();
    EXPECT_FALSE(co_await items.next());
  };
  run_within(body(), 1min);
}

TEST(generator, that_never_began_has_nothing_to_clean_up) {
  std::string log;
  auto body = [&]() -> task<> {
    auto items = numbers(3, log);
    co_await items.close();
  };
  run_within(body(), 1min);
  EXPECT_EQ(log, "");
}

TEST(generator, must_not_yield_after_it_is_closed) {
  auto stubborn = []() -> async_generator<int> {
    for (int i = 0;; ++i) {
      try {
        co_yield i;
      } catch (const tide::generator_closed &) {
      }
    }
  };
  auto body = [&]() -> task<> {
    auto items = stubborn();
    (void)co_await items.next();
    co_await items.close();
  };
  EXPECT_THROW(run_within(body(), 1min), tide::loop_error);
}

TEST(generator, lets_a_cancellation_through_to_its_consumer) {
  std::string log;
  auto work = [&]() -> task<> {
    auto items = numbers(1000, log);
    while (co_await items.next())
      continue;
  };
  auto main = [&]() -> task<> {
    auto started = tide::spawn(work());
    co_await tide::sleep_for(2500ms);
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  };
  run_within(main(), 1min);
  EXPECT_EQ(log, "cleaned up");
}

TEST(generator, dropped_half_way_is_reported) {
  std::string log;
  tide::debug_report report;
  auto body = [&]() -> task<> {
    auto items = numbers(3, log);
    (void)co_await items.next();
  };
  run(body(), {.debug = true, .virtual_clock = true, .report = &report});
  ASSERT_EQ(report.unfinished.size(), 1u);
  EXPECT_NE(report.unfinished[0].find("numbers"), std::string::npos);
  EXPECT_EQ(log, "");
}

TEST(with_closing, closes_the_generator_when_its_body_ends_early) {
  std::string log;
  tide::debug_report report;
  auto body = [](async_generator<int> &items) -> task<int> {
    co_return *co_await items.next();
  };
  EXPECT_EQ(run(tide::with_closing(numbers(3, log), body),
                {.debug = true, .virtual_clock = true, .report = &report}),
            0);
  EXPECT_EQ(log, "cleaned up");
  EXPECT_TRUE(report.clean());
}

TEST(for_each, awaits_its_body_for_every_item) {
  std::string log;
  int sum = 0;
  auto add = [&](int item) -> task<> {
    co_await tide::sleep_for(1s);
    sum += item;
  };
  run_within(tide::for_each(numbers(4, log), add), 1min);
  EXPECT_EQ(sum, 6);
}

TEST(for_each, closes_the_generator_when_its_body_throws) {
  std::string log;
  auto broken = [](int) -> task<> {
    throw std::runtime_error("broken");
    co_return;
  };
  EXPECT_THROW(run_within(tide::for_each(numbers(4, log), broken), 1min),
               std::runtime_error);
  EXPECT_EQ(log, "cleaned up");
}

TEST(generator, of_a_million_items_does_not_grow_the_stack) {
  auto many = []() -> async_generator<int> {
    for (int i = 0; i < 1'000'000; ++i)
      co_yield i;
  };
  auto body = [&]() -> task<long> {
    long sum = 0;
    auto items = many();
    while (auto item = co_await items.next())
      sum += *item;
    co_return sum;
  };
  EXPECT_EQ(run_within(body(), 1min), 499'999'500'000);
}

} // namespace
