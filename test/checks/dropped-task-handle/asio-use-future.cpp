// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The future of co_spawn has the only word about how the coroutine ended.
#include <boost/asio.hpp>
#include <future>
#include <memory>
#include <vector>

namespace asio = boost::asio;

asio::awaitable<int> count();
asio::awaitable<void> session();
void keep(std::future<int> future);

void dropped(asio::io_context &loop) {
  asio::co_spawn(loop, count(), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'boost::asio::co_spawn' is dropped: the exception the coroutine ends with is only in the future [async-dropped-task-handle]
  asio::co_spawn(loop, session, asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'boost::asio::co_spawn' is dropped: {{.*}} [async-dropped-task-handle]
  asio::co_spawn(
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'boost::asio::co_spawn' is dropped: nobody waits for the work to end [async-dropped-task-handle]
      loop, []() -> asio::awaitable<void> { co_return; }, asio::use_future);
  std::future<int> never = asio::co_spawn(loop, count(), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the future from 'boost::asio::co_spawn', kept in 'never', is never used: {{.*}} [async-dropped-task-handle]
}

asio::awaitable<void> droppedInACoroutine() {
  auto loop = co_await asio::this_coro::executor;
  asio::co_spawn(loop, session(), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'boost::asio::co_spawn' is dropped: {{.*}} [async-dropped-task-handle]
}

void onlyTheLast(asio::io_context &loop, int times) {
  std::future<int> last;
  for (int i = 0; i < times; ++i)
    last = asio::co_spawn(loop, count(), asio::use_future);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the future from 'boost::asio::co_spawn', kept in 'last', is overwritten before it is used: {{.*}} [async-dropped-task-handle]
  loop.run();
  if (last.valid())
    last.get();
}

void onlyInACallback(asio::io_context &loop) {
  asio::post(loop, [last = asio::co_spawn(loop, count(), asio::use_future)] {});
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: the future from 'boost::asio::co_spawn'{{.*}}: the exception the coroutine ends with is only in the future [async-dropped-task-handle]
}

// Used.

int used(asio::io_context &loop) {
  auto future = asio::co_spawn(loop, count(), asio::use_future);
  auto other = asio::co_spawn(loop, session(), asio::use_future);
  loop.run();
  other.wait();
  return future.get();
}

int usedAtOnce(asio::thread_pool &pool) {
  asio::co_spawn(pool, session(), asio::use_future).wait();
  return asio::co_spawn(pool, count(), asio::use_future).get();
}

int allOfThem(asio::io_context &loop, int times) {
  std::vector<std::future<int>> futures;
  for (int i = 0; i < times; ++i)
    futures.push_back(asio::co_spawn(loop, count(), asio::use_future));
  loop.run();
  int sum = 0;
  for (auto &future : futures)
    sum += future.get();
  return sum;
}

std::future<int> returned(asio::io_context &loop) {
  return asio::co_spawn(loop, count(), asio::use_future);
}

void givenAway(asio::io_context &loop) {
  keep(asio::co_spawn(loop, count(), asio::use_future));
  std::shared_future<int> shared =
      asio::co_spawn(loop, count(), asio::use_future).share();
  asio::post(loop, [shared] { (void)shared.valid(); });
}

class service {
public:
  void start(asio::io_context &loop) {
    ended_ = asio::co_spawn(loop, session(), asio::use_future);
  }

private:
  std::future<void> ended_;
};
