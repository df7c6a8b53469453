// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The work that runtime.py measures, on Boost.Asio. The same as
// runtime_tide.cpp.
#include <boost/asio.hpp>
#include <boost/asio/experimental/channel.hpp>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

namespace {

awaitable<long> give(long value) { co_return value; }

/// Awaits a coroutine that is ready, over and over.
awaitable<long> await_ready(long count) {
  long sum = 0;
  for (long i = 0; i < count; ++i)
    sum += co_await give(i);
  co_return sum;
}

/// Starts a coroutine and waits for its result, over and over.
awaitable<long> spawn_and_await(long count) {
  auto executor = co_await asio::this_coro::executor;
  long sum = 0;
  for (long i = 0; i < count; ++i)
    sum += co_await asio::co_spawn(executor, give(i), use_awaitable);
  co_return sum;
}

using channel =
    asio::experimental::channel<void(boost::system::error_code, long)>;

awaitable<void> produce(channel &queue, long count) {
  for (long i = 0; i < count; ++i)
    co_await queue.async_send({}, i, use_awaitable);
}

/// Passes numbers through a bounded queue.
awaitable<long> pass_through_queue(long count) {
  auto executor = co_await asio::this_coro::executor;
  channel queue(executor, 64);
  asio::co_spawn(executor, produce(queue, count), asio::detached);
  long sum = 0;
  for (long i = 0; i < count; ++i)
    sum += co_await queue.async_receive(use_awaitable);
  co_return sum;
}

awaitable<long> work(std::string_view what, long count) {
  if (what == "await")
    return await_ready(count);
  return what == "spawn" ? spawn_and_await(count) : pass_through_queue(count);
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  // One thread, and Asio knows: no locks.
  asio::io_context context(1);
  auto done = [](std::exception_ptr, long result) {
    std::printf("%ld\n", result);
  };
  asio::co_spawn(context, work(argv[1], std::atol(argv[2])), done);
  context.run();
}
