// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The work that runtime.py measures, on tide. The same as runtime_asio.cpp.
#include <tide/tide.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

tide::task<long> give(long value) { co_return value; }

/// Awaits a coroutine that is ready, over and over.
tide::task<long> await_ready(long count) {
  long sum = 0;
  for (long i = 0; i < count; ++i)
    sum += co_await give(i);
  co_return sum;
}

/// Starts a coroutine and waits for its result, over and over.
tide::task<long> spawn_and_await(long count) {
  long sum = 0;
  for (long i = 0; i < count; ++i) {
    auto started = tide::spawn(give(i));
    sum += co_await started;
  }
  co_return sum;
}

tide::task<> produce(tide::queue<long> &queue, long count) {
  for (long i = 0; i < count; ++i)
    co_await queue.put(i);
}

/// Passes numbers through a bounded queue.
tide::task<long> pass_through_queue(long count) {
  tide::queue<long> queue(64);
  auto producer = tide::spawn(produce(queue, count));
  long sum = 0;
  for (long i = 0; i < count; ++i)
    sum += *co_await queue.get();
  co_await producer;
  co_return sum;
}

tide::task<long> work(std::string_view what, long count) {
  if (what == "await")
    return await_ready(count);
  return what == "spawn" ? spawn_and_await(count) : pass_through_queue(count);
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  std::printf("%ld\n", tide::run(work(argv[1], std::atol(argv[2]))));
}
