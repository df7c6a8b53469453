// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/gather.h>
#include <tide/pool.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;
using tide::testing::run_within;

namespace {

/// The other side of the connections.
struct peer {
  int opened = 0;
  int open = 0;
  int most = 0;
};

/// One connection to it, open as long as it lives.
class connection {
public:
  explicit connection(peer &to) : number(++to.opened), peer_(&to) {
    to.most = std::max(to.most, ++to.open);
  }
  connection(connection &&other) noexcept
      : number(other.number), peer_(std::exchange(other.peer_, nullptr)) {}
  connection &operator=(connection other) noexcept {
    std::swap(number, other.number);
    std::swap(peer_, other.peer_);
    return *this;
  }
  ~connection() {
    if (peer_)
      --peer_->open;
  }

  int number;

private:
  peer *peer_;
};

using pool_type = connection_pool<connection>;

/// Connects to \p to, which takes a second.
auto connector(peer &to) {
  return [&to]() -> task<connection> {
    co_await sleep_for(1s);
    co_return connection(to);
  };
}

task<int> use(pool_type &pool, duration time) {
  auto lease = co_await pool.acquire();
  const int number = lease->number;
  co_await sleep_for(time);
  co_return number;
}

TEST(connection_pool, lends_a_connection_again_that_came_back) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(3, connector(server));
    for (int i = 0; i < 5; ++i) {
      const int number = co_await use(pool, 1s);
      EXPECT_EQ(number, 1);
      EXPECT_EQ(pool.idle(), 1U);
    }
    EXPECT_EQ(server.open, 1);
  };
  run_within(main(), 1h);
  EXPECT_EQ(server.opened, 1);
  EXPECT_EQ(server.open, 0);
}

TEST(connection_pool, opens_no_connection_before_one_is_needed) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(3, connector(server));
    EXPECT_EQ(server.opened, 0);
    auto first = co_await pool.acquire();
    auto second = co_await pool.acquire();
    EXPECT_EQ(server.opened, 2);
    EXPECT_NE(first->number, (*second).number);
  };
  run_within(main(), 1h);
}

TEST(connection_pool, lets_those_wait_who_come_when_all_are_lent) {
  peer server;
  std::vector<int> order;
  auto main = [&]() -> task<> {
    pool_type pool(2, connector(server));
    auto user = [&](int who) -> task<> {
      auto lease = co_await pool.acquire();
      order.push_back(who);
      co_await sleep_for(1s);
    };
    std::vector<task<>> users;
    for (int i = 0; i < 10; ++i)
      users.push_back(user(i));
    co_await gather(std::move(users));
  };
  run_within(main(), 1h);
  EXPECT_EQ(server.most, 2);
  EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(connection_pool, never_has_more_connections_than_its_limit) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(3, connector(server));
    auto user = [&](int who) -> task<> {
      co_await sleep_for(who % 7 * 100ms);
      for (int i = 0; i < 5; ++i) {
        auto lease = co_await pool.acquire();
        co_await sleep_for((who * 31 + i * 17) % 11 * 100ms);
        if ((who + i) % 4 == 0)
          lease.discard();
      }
    };
    std::vector<handle<void>> users;
    for (int i = 0; i < 20; ++i)
      users.push_back(spawn(user(i)));
    co_await sleep_for(10s);
    for (std::size_t i = 0; i < users.size(); i += 3)
      users[i].cancel();
    for (auto &each : users)
      co_await each.join();
    EXPECT_EQ(server.open, static_cast<int>(pool.idle()));
  };
  run_within(main(), 1h);
  EXPECT_EQ(server.most, 3);
  EXPECT_EQ(server.open, 0);
}

TEST(connection_pool, forgets_a_broken_connection) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(1, connector(server));
    {
      auto lease = co_await pool.acquire();
      auto next = spawn(use(pool, 1s));
      co_await sleep_for(1s);
      EXPECT_FALSE(next.done());
      lease.discard();
      EXPECT_EQ(server.open, 0);
      EXPECT_EQ(co_await next, 2);
    }
    EXPECT_EQ(pool.idle(), 1U);
  };
  run_within(main(), 1h);
  EXPECT_EQ(server.most, 1);
}

TEST(connection_pool, lends_a_place_again_when_connecting_failed) {
  peer server;
  auto main = [&]() -> task<> {
    int attempts = 0;
    auto connect = [&]() -> task<connection> {
      co_await yield_now();
      if (++attempts == 1)
        throw std::runtime_error("refused");
      co_return connection(server);
    };
    pool_type pool(1, connect);
    auto first = spawn(use(pool, 1s));
    auto second = spawn(use(pool, 1s));
    co_await first.join();
    EXPECT_EQ(message_of(first.error()), "refused");
    EXPECT_EQ(co_await second, 1);
  };
  run_within(main(), 1h);
}

TEST(connection_pool, loses_nothing_when_a_task_is_cancelled_that_waits) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(1, connector(server));
    auto lease = std::optional(co_await pool.acquire());
    auto waits = spawn(use(pool, 1s));
    auto waits_longer = spawn(use(pool, 1s));
    co_await sleep_for(1s);
    waits.cancel();
    co_await waits.join();
    EXPECT_TRUE(waits.cancelled());
    lease.reset();
    EXPECT_EQ(co_await waits_longer, 1);
  };
  run_within(main(), 1h);
}

TEST(connection_pool, loses_nothing_when_a_task_is_cancelled_that_was_woken) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(1, connector(server));
    auto lease = std::optional(co_await pool.acquire());
    auto woken = spawn(use(pool, 1h));
    auto next = spawn(use(pool, 1s));
    co_await sleep_for(1s);
    lease.reset(); // it is the turn of 'woken'
    woken.cancel();
    co_await woken.join();
    EXPECT_TRUE(woken.cancelled());
    EXPECT_EQ(co_await next, 1);
    EXPECT_EQ(pool.idle(), 1U);
  };
  run_within(main(), 30min);
}

TEST(connection_pool, loses_nothing_when_a_task_is_cancelled_that_connects) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(1, connector(server));
    auto connects = spawn(use(pool, 1s));
    auto next = spawn(use(pool, 1s));
    co_await sleep_for(500ms);
    connects.cancel();
    co_await connects.join();
    EXPECT_TRUE(connects.cancelled());
    EXPECT_EQ(co_await next, 1);
  };
  run_within(main(), 1h);
}

TEST(connection_pool,
     takes_connections_back_from_tasks_that_failed_or_came_too_late) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(1, connector(server));
    bool too_late = false;
    try {
      co_await wait_for(use(pool, 1h), 2s);
    } catch (const timeout_error &) {
      too_late = true;
    }
    EXPECT_TRUE(too_late);
    EXPECT_EQ(pool.idle(), 1U);
    auto fails = [&]() -> task<> {
      auto lease = co_await pool.acquire();
      throw std::runtime_error("bad answer");
    };
    auto failed = spawn(fails());
    co_await failed.join();
    EXPECT_EQ(message_of(failed.error()), "bad answer");
    EXPECT_EQ(pool.idle(), 1U);
  };
  run_within(main(), 30min);
  EXPECT_EQ(server.opened, 1);
}

TEST(lease, goes_back_once_however_often_it_was_moved) {
  peer server;
  auto main = [&]() -> task<> {
    pool_type pool(2, connector(server));
    {
      auto first = co_await pool.acquire();
      auto moved = std::move(first);
      auto other = co_await pool.acquire();
      EXPECT_EQ(other->number, 2);
      other = std::move(moved); // the second connection goes back
      EXPECT_EQ(other->number, 1);
      EXPECT_EQ(pool.idle(), 1U);
      auto again = co_await pool.acquire();
      EXPECT_EQ(again->number, 2);
    }
    EXPECT_EQ(pool.idle(), 2U);
  };
  run_within(main(), 1h);
}

} // namespace
