// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/queue.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

/// Waits for an item; -1 for the end of the queue.
task<int> get(queue<int> &from) {
  const auto item = co_await from.get();
  co_return item.value_or(-1);
}

task<> put(queue<int> &to, int item) { co_await to.put(item); }

/// Whether the queue takes no more items.
task<bool> refuses(queue<int> &to, int item) {
  try {
    co_await to.put(item);
    co_return false;
  } catch (const queue_closed &) {
    co_return true;
  }
}

/// What is in the queue, taken out.
std::vector<int> drain(queue<int> &from) {
  std::vector<int> items;
  while (auto item = from.try_get())
    items.push_back(*item);
  return items;
}

TEST(queue, gives_items_in_the_order_they_were_put) {
  queue<int> items;
  auto main = [&]() -> task<> {
    for (int i = 0; i != 3; ++i)
      co_await items.put(i);
    EXPECT_EQ(items.size(), 3u);
    for (int i = 0; i != 3; ++i)
      EXPECT_EQ(co_await get(items), i);
    EXPECT_EQ(items.size(), 0u);
  };
  run_within(main(), 1h);
}

TEST(queue, lets_a_producer_and_a_consumer_work_together) {
  queue<int> items(2);
  std::vector<int> received;
  std::size_t most = 0;
  auto produce = [&]() -> task<> {
    for (int i = 0; i != 10; ++i) {
      co_await items.put(i);
      most = std::max(most, items.size());
    }
    items.close();
  };
  auto consume = [&]() -> task<> {
    while (auto item = co_await items.get()) {
      co_await sleep_for(1s);
      received.push_back(*item);
    }
  };
  auto main = [&]() -> task<> {
    auto producer = spawn(produce()), consumer = spawn(consume());
    co_await producer;
    co_await consumer;
  };
  run_within(main(), 1h);
  EXPECT_EQ(received, std::vector<int>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(most, 2u);
}

TEST(queue, takes_items_that_can_only_be_moved) {
  struct parcel { // has no default either
    explicit parcel(int what) : content(std::make_unique<int>(what)) {}
    std::unique_ptr<int> content;
  };
  queue<parcel> items(1);
  auto main = [&]() -> task<> {
    parcel first(1), second(2), third(3);
    co_await items.put(std::move(first));
    EXPECT_FALSE(items.try_put(std::move(second)));
    EXPECT_TRUE(second.content) << "it stays with who could not put it";
    auto put_second = [&]() -> task<> {
      co_await items.put(std::move(second));
    };
    auto putting = spawn(put_second());
    co_await yield_now();
    auto got = co_await items.get();
    EXPECT_EQ(*got->content, 1);
    got = co_await items.get();
    EXPECT_EQ(*got->content, 2);
    co_await putting;
    EXPECT_TRUE(items.try_put(std::move(third)));
    got = items.try_get();
    EXPECT_EQ(*got->content, 3);
  };
  run_within(main(), 1h);
}

TEST(queue, converts_what_is_put) {
  queue<std::string> items;
  auto main = [&]() -> task<> {
    const std::string long_enough_to_be_allocated(100, 'x');
    co_await items.put(long_enough_to_be_allocated);
    co_await items.put("a literal that is long enough to be allocated");
    EXPECT_TRUE(items.try_put("another literal"));
    EXPECT_EQ(*items.try_get(), long_enough_to_be_allocated);
    EXPECT_EQ(*items.try_get(),
              "a literal that is long enough to be allocated");
    EXPECT_EQ(*items.try_get(), "another literal");
  };
  run_within(main(), 1h);
}

TEST(queue, has_room_for_an_item_at_least) {
  EXPECT_THROW(queue<int>(0), std::invalid_argument);
}

TEST(queue, can_be_used_without_waiting) {
  queue<int> items(1);
  EXPECT_FALSE(items.try_get());
  EXPECT_TRUE(items.try_put(1));
  EXPECT_FALSE(items.try_put(2));
  EXPECT_EQ(items.try_get(), 1);
  EXPECT_TRUE(items.try_put(3));
  items.close();
  EXPECT_THROW(items.try_put(4), queue_closed);
  EXPECT_EQ(items.try_get(), 3);
  EXPECT_FALSE(items.try_get());
}

TEST(queue, hands_items_to_getters_in_the_order_of_arrival) {
  queue<int> items;
  auto main = [&]() -> task<> {
    auto a = spawn(get(items)), b = spawn(get(items));
    co_await yield_now();
    co_await items.put(1);
    co_await items.put(2);
    co_await items.put(3);
    EXPECT_EQ(items.size(), 1u)
        << "two are the getters', which have not run yet";
    EXPECT_EQ(items.try_get(), 3);
    EXPECT_EQ(co_await a, 1);
    EXPECT_EQ(co_await b, 2);
  };
  run_within(main(), 1h);
}

TEST(queue, gives_room_to_putters_in_the_order_of_arrival) {
  queue<int> items(1);
  auto main = [&]() -> task<> {
    co_await items.put(1);
    auto a = spawn(put(items, 2)), b = spawn(put(items, 3));
    co_await yield_now();
    EXPECT_EQ(items.try_get(), 1);
    EXPECT_EQ(items.size(), 1u);
    EXPECT_FALSE(items.try_put(4))
        << "the room is the first putter's, which has not run yet";
    co_await a;
    EXPECT_FALSE(b.done());
    EXPECT_EQ(co_await get(items), 2);
    EXPECT_EQ(co_await get(items), 3);
    co_await b;
  };
  run_within(main(), 1h);
}

TEST(queue, forgets_a_getter_that_is_cancelled) {
  queue<int> items;
  auto main = [&]() -> task<> {
    auto a = spawn(get(items)), b = spawn(get(items));
    co_await yield_now();
    a.cancel();
    co_await items.put(1);
    EXPECT_EQ(co_await b, 1);
    co_await a.join();
    EXPECT_TRUE(a.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(items.size(), 0u);
}

TEST(queue, forgets_a_putter_that_is_cancelled_with_its_item) {
  queue<int> items(1);
  auto main = [&]() -> task<> {
    co_await items.put(1);
    auto a = spawn(put(items, 2)), b = spawn(put(items, 3));
    co_await yield_now();
    a.cancel();
    EXPECT_EQ(items.try_get(), 1);
    co_await b;
    co_await a.join();
    EXPECT_TRUE(a.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(drain(items), std::vector<int>({3}));
}

TEST(queue, loses_no_item_when_the_getter_is_cancelled_after_it_was_given_one) {
  queue<int> items;
  int received = 0;
  auto consume = [&]() -> task<> {
    received = co_await get(items);
    co_await yield_now();
    ADD_FAILURE() << "the request to stop was not delivered";
  };
  auto main = [&]() -> task<> {
    auto consumer = spawn(consume());
    co_await yield_now();
    co_await items.put(1);
    consumer.cancel();
    co_await consumer.join();
    EXPECT_TRUE(consumer.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(received, 1);
}

TEST(queue, does_not_cancel_a_put_after_the_item_was_taken) {
  queue<int> items(1);
  bool put_it = false;
  auto produce = [&]() -> task<> {
    co_await items.put(2);
    put_it = true;
    co_await yield_now();
    ADD_FAILURE() << "the request to stop was not delivered";
  };
  auto main = [&]() -> task<> {
    co_await items.put(1);
    auto producer = spawn(produce());
    co_await yield_now();
    EXPECT_EQ(items.try_get(), 1);
    producer.cancel();
    co_await producer.join();
    EXPECT_TRUE(producer.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_TRUE(put_it);
  EXPECT_EQ(drain(items), std::vector<int>({2}));
}

TEST(queue, takes_and_gives_nothing_when_the_task_is_to_stop) {
  queue<int> items;
  auto stop_and_get = [&]() -> task<> {
    activity::current().cancel();
    co_await get(items);
  };
  auto stop_and_put = [&]() -> task<> {
    activity::current().cancel();
    co_await items.put(2);
  };
  auto main = [&]() -> task<> {
    co_await items.put(1);
    auto getter = spawn(stop_and_get()), putter = spawn(stop_and_put());
    co_await getter.join();
    co_await putter.join();
    EXPECT_TRUE(getter.cancelled());
    EXPECT_TRUE(putter.cancelled());
  };
  run_within(main(), 1h);
  EXPECT_EQ(drain(items), std::vector<int>({1}));
}

TEST(queue, can_be_waited_for_with_a_deadline) {
  queue<int> items(1);
  auto times_out = [](task<> work) -> task<bool> {
    try {
      co_await wait_for(std::move(work), 1s);
      co_return false;
    } catch (const timeout_error &) {
      co_return true;
    }
  };
  auto get_and_drop = [&]() -> task<> { co_await get(items); };
  auto main = [&]() -> task<> {
    EXPECT_TRUE(co_await times_out(get_and_drop()));
    EXPECT_FALSE(co_await times_out(put(items, 1)));
    EXPECT_TRUE(co_await times_out(put(items, 2)));
    EXPECT_FALSE(co_await times_out(get_and_drop()));
  };
  run_within(main(), 1h);
  EXPECT_EQ(items.size(), 0u);
}

TEST(queue, gives_what_is_left_and_then_nothing_when_it_is_closed) {
  queue<int> items;
  auto main = [&]() -> task<> {
    co_await items.put(1);
    co_await items.put(2);
    EXPECT_FALSE(items.closed());
    items.close();
    items.close();
    EXPECT_TRUE(items.closed());
    EXPECT_TRUE(co_await refuses(items, 3));
    EXPECT_EQ(co_await get(items), 1);
    EXPECT_EQ(co_await get(items), 2);
    EXPECT_EQ(co_await get(items), -1);
    EXPECT_EQ(co_await get(items), -1);
  };
  run_within(main(), 1h);
}

TEST(queue, wakes_all_getters_when_it_is_closed) {
  queue<int> items;
  auto main = [&]() -> task<> {
    auto a = spawn(get(items)), b = spawn(get(items)), c = spawn(get(items));
    co_await yield_now();
    co_await items.put(1);
    items.close();
    EXPECT_EQ(co_await a, 1) << "it had been given the item before";
    EXPECT_EQ(co_await b, -1);
    EXPECT_EQ(co_await c, -1);
  };
  run_within(main(), 1h);
}

TEST(queue, refuses_all_putters_when_it_is_closed) {
  queue<int> items(1);
  auto main = [&]() -> task<> {
    co_await items.put(1);
    auto a = spawn(refuses(items, 2)), b = spawn(refuses(items, 3)),
         c = spawn(refuses(items, 4));
    co_await yield_now();
    EXPECT_EQ(items.try_get(), 1);
    items.close();
    EXPECT_FALSE(co_await a) << "its item had been taken before";
    EXPECT_TRUE(co_await b);
    EXPECT_TRUE(co_await c);
  };
  run_within(main(), 1h);
  EXPECT_EQ(drain(items), std::vector<int>({2}));
}

TEST(queue, is_joined_when_all_items_are_done) {
  queue<int> items(2);
  auto consume = [&]() -> task<> {
    while (co_await items.get()) {
      co_await sleep_for(1s);
      items.task_done();
    }
  };
  auto join = [&]() -> task<> { co_await items.join(); };
  auto main = [&]() -> task<> {
    co_await items.join(); // there is nothing to do
    auto consumer = spawn(consume());
    for (int i = 0; i != 5; ++i)
      co_await items.put(i);
    auto other = spawn(join());
    co_await items.join();
    EXPECT_EQ(now().time_since_epoch(), 5s);
    co_await other;
    items.close();
    co_await consumer;
  };
  run_within(main(), 1h);
}

TEST(queue, is_not_joined_while_an_item_is_under_way) {
  queue<int> items(1);
  auto join = [&]() -> task<> { co_await items.join(); };
  auto main = [&]() -> task<> {
    auto getter = spawn(get(items));
    co_await yield_now();
    co_await items.put(1); // it goes from hand to hand
    auto putter = spawn(put(items, 2));
    auto joiner = spawn(join());
    co_await getter;
    co_await putter;
    items.task_done();
    co_await sleep_for(1s);
    EXPECT_FALSE(joiner.done());
    items.close();
    EXPECT_EQ(items.try_get(), 2);
    co_await sleep_for(1s);
    EXPECT_FALSE(joiner.done());
    items.task_done();
    co_await joiner;
  };
  run_within(main(), 1h);
}

TEST(queue, stops_waiting_for_the_end_of_work_when_cancelled) {
  queue<int> items;
  auto join = [&]() -> task<> { co_await items.join(); };
  auto main = [&]() -> task<> {
    co_await items.put(1);
    auto joiner = spawn(join());
    co_await yield_now();
    joiner.cancel();
    co_await joiner.join();
    EXPECT_TRUE(joiner.cancelled());
    items.task_done();
    co_await items.join();
  };
  run_within(main(), 1h);
}

TEST(queue, complains_when_more_work_is_done_than_was_put) {
  queue<int> items;
  EXPECT_THROW(items.task_done(), std::logic_error);
  items.try_put(1);
  items.task_done();
  EXPECT_THROW(items.task_done(), std::logic_error);
}

TEST(queue, takes_items_back_from_coroutines_that_are_destroyed) {
  queue<int> items;
  auto insist = [&](bool puts) -> task<> {
    struct on_destruction {
      queue<int> &items;
      bool puts;
      ~on_destruction() {
        if (puts)
          items.try_put(1);
      }
    } put_at_last{items, puts};
    for (;;) {
      try {
        co_await items.get();
        ADD_FAILURE() << "there is no item for it";
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  // The newest is destroyed first, and its item is given to the oldest, which
  // is destroyed before it can run.
  auto main = [&]() -> task<> {
    for (int i = 0; i != 3; ++i)
      static_cast<void>(spawn(insist(i == 2)));
    co_await yield_now();
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 1s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 3u);
  EXPECT_EQ(drain(items), std::vector<int>({1}));
}

TEST(queue, forgets_putters_that_are_destroyed) {
  queue<int> items(1);
  auto insist = [&]() -> task<> {
    for (;;) {
      try {
        co_await items.put(1);
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  auto main = [&]() -> task<> {
    static_cast<void>(spawn(insist()));
    co_await yield_now();
  };
  debug_report report;
  run(main(), {.virtual_clock = true, .grace = 1s, .report = &report});
  EXPECT_EQ(report.unstopped.size(), 1u);
  EXPECT_EQ(drain(items), std::vector<int>({1}));
}

} // namespace
