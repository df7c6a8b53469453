// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/run.h>
#include <tide/time.h>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <pthread.h>

using namespace std::chrono_literals;
using namespace tide;

namespace {

/// Calls \p f on a thread with little stack, where a stack that grows with the
/// number of awaits would end the program.
void call_with_small_stack(std::function<void()> f) {
  constexpr std::size_t stack_size = 256 * 1024;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  ASSERT_EQ(pthread_attr_setstacksize(&attributes, stack_size), 0);
  auto call = [](void *function) -> void * {
    (*static_cast<std::function<void()> *>(function))();
    return nullptr;
  };
  pthread_t thread;
  ASSERT_EQ(pthread_create(&thread, &attributes, call, &f), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

task<int> ready(int value) { co_return value; }

TEST(task, does_nothing_until_it_is_awaited) {
  bool begun = false;
  auto work = [&]() -> task<> {
    begun = true;
    co_return;
  };
  auto main = [&]() -> task<> {
    auto lazy = work();
    co_await yield_now();
    EXPECT_FALSE(begun);
    co_await std::move(lazy);
    EXPECT_TRUE(begun);
  };
  run(main());
}

TEST(task, begins_and_ends_without_giving_way) {
  std::string order;
  auto other = [&]() -> task<> {
    order += 'o';
    co_return;
  };
  auto main = [&]() -> task<> {
    auto started = spawn(other());
    EXPECT_EQ(co_await ready(42), 42);
    order += 'm';
    co_await started;
  };
  run(main());
  EXPECT_EQ(order, "mo");
}

TEST(task, gives_results_that_can_only_be_moved) {
  auto make = []() -> task<std::unique_ptr<int>> {
    co_return std::make_unique<int>(42);
  };
  auto main = [&]() -> task<> {
    std::unique_ptr<int> result = co_await make();
    EXPECT_EQ(*result, 42);
  };
  run(main());
}

TEST(task, gives_results_without_a_default) {
  struct value {
    explicit value(int what) : content(what) {}
    int content;
  };
  auto make = []() -> task<value> { co_return value(42); };
  auto main = [&]() -> task<> {
    const auto result = co_await make();
    EXPECT_EQ(result.content, 42);
  };
  run(main());
}

TEST(task, converts_what_is_returned) {
  auto text = []() -> task<std::string> { co_return "text"; };
  auto base = []() -> task<std::shared_ptr<const int>> {
    co_return std::make_shared<int>(42);
  };
  auto braces = []() -> task<std::vector<int>> { co_return {1, 2, 3}; };
  auto main = [&]() -> task<> {
    EXPECT_EQ(co_await text(), "text");
    EXPECT_EQ(*co_await base(), 42);
    EXPECT_EQ((co_await braces()).size(), 3u);
  };
  run(main());
}

TEST(task, copies_its_result_no_more_than_it_must) {
  struct counting {
    int &copies;
    explicit counting(int &counter) : copies(counter) {}
    counting(const counting &other) : copies(other.copies) { ++copies; }
    counting(counting &&) = default;
  };
  int copies = 0;
  auto make = [&]() -> task<counting> {
    counting made(copies);
    co_return made;
  };
  auto hand_on = [&]() -> task<counting> { co_return co_await make(); };
  auto main = [&]() -> task<> { static_cast<void>(co_await hand_on()); };
  run(main());
  EXPECT_EQ(copies, 0);
}

TEST(task, throws_its_error_where_it_is_awaited) {
  auto fail = []() -> task<int> {
    throw std::runtime_error("failed");
    co_return 0;
  };
  auto fail_later = [&]() -> task<int> {
    co_await yield_now();
    co_return co_await fail() + 1;
  };
  auto main = [&]() -> task<> {
    for (const bool later : {false, true}) {
      std::string caught;
      try {
        auto work = later ? fail_later() : fail();
        co_await std::move(work);
      } catch (const std::runtime_error &error) {
        caught = error.what();
      }
      EXPECT_EQ(caught, "failed");
    }
  };
  run(main());
}

TEST(task, throws_what_is_no_exception_class_too) {
  auto fail = []() -> task<> {
    throw 42;
    co_return;
  };
  auto main = [&]() -> task<> {
    int caught = 0;
    try {
      co_await fail();
    } catch (int error) {
      caught = error;
    }
    EXPECT_EQ(caught, 42);
  };
  run(main());
}

TEST(task, fails_when_its_result_cannot_be_made) {
  struct fragile {
    explicit fragile() = default;
    fragile(fragile &&) { throw std::runtime_error("cannot be moved"); }
  };
  auto make = []() -> task<fragile> { co_return fragile(); };
  auto main = [&]() -> task<bool> {
    try {
      static_cast<void>(co_await make());
    } catch (const std::runtime_error &) {
      co_return true;
    }
    co_return false;
  };
  EXPECT_TRUE(run(main()));
}

TEST(task, unwinds_its_frame_when_it_fails) {
  auto held = std::make_shared<int>();
  auto fail = [](std::shared_ptr<int> argument) -> task<> {
    auto local = argument;
    co_await yield_now();
    throw std::runtime_error("failed");
  };
  auto main = [&]() -> task<> {
    try {
      co_await fail(held);
    } catch (const std::runtime_error &) {
    }
    EXPECT_EQ(held.use_count(), 1);
  };
  run(main());
}

TEST(task, ends_its_frame_with_the_await) {
  auto held = std::make_shared<int>();
  auto keep = [](std::shared_ptr<int> argument) -> task<long> {
    co_await yield_now();
    co_return argument.use_count();
  };
  auto main = [&]() -> task<> {
    EXPECT_GE(co_await keep(held), 2);
    EXPECT_EQ(held.use_count(), 1);
  };
  run(main());
}

TEST(task, can_be_moved_and_dropped) {
  auto held = std::make_shared<int>();
  auto keep = [](std::shared_ptr<int> argument) -> task<long> {
    co_return argument.use_count();
  };
  auto main = [&]() -> task<> {
    // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
    auto first = keep(held), second = keep(held);
    EXPECT_EQ(held.use_count(), 3);
    first = std::move(second); // what it was goes
    EXPECT_EQ(held.use_count(), 2);
    auto third = std::move(first);
    EXPECT_EQ(co_await std::move(third), 2);
  };
  debug_report report;
  run(main(), {.report = &report});
  EXPECT_EQ(report.never_awaited.size(), 1u);
  EXPECT_EQ(held.use_count(), 1);
}

TEST(task, needs_no_stack_for_a_million_awaits_that_are_ready) {
  call_with_small_stack([] {
    auto main = []() -> task<long> {
      long sum = 0;
      for (int i = 0; i != 1'000'000; ++i)
        sum += co_await ready(1);
      co_return sum;
    };
    EXPECT_EQ(run(main()), 1'000'000);
  });
}

/// A chain of \p depth tasks, of which the innermost awaits \p innermost.
task<int> nest(int depth, const std::function<task<>()> &innermost) {
  if (depth == 0) {
    co_await innermost();
    co_return 0;
  }
  co_return 1 + co_await nest(depth - 1, innermost);
}

TEST(task, needs_no_stack_for_a_hundred_thousand_nested_awaits) {
  call_with_small_stack([] {
    const std::function<task<>()> give_way = []() -> task<> {
      co_await yield_now();
    };
    EXPECT_EQ(run(nest(100'000, give_way)), 100'000);
  });
}

TEST(task, needs_no_stack_for_an_error_in_the_depth) {
  call_with_small_stack([] {
    const std::function<task<>()> fail = []() -> task<> {
      throw std::runtime_error("failed");
      co_return;
    };
    EXPECT_THROW(run(nest(10'000, fail)), std::runtime_error);
  });
}

TEST(task, needs_no_stack_to_be_cancelled_in_the_depth) {
  call_with_small_stack([] {
    const std::function<task<>()> sleep = []() -> task<> {
      co_await sleep_for(1h);
    };
    auto main = [&]() -> task<> {
      auto deep = spawn(nest(10'000, sleep));
      co_await yield_now();
      deep.cancel();
      co_await deep.join();
      EXPECT_TRUE(deep.cancelled());
    };
    run(main());
  });
}

} // namespace
