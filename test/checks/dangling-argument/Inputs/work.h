// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What Inputs/work.yaml has rules about.
#pragma once

#include "Inputs/task.h"
#include <cstddef>

namespace work {

struct ticket {
  ~ticket();
  void wait();
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
};
struct executor {};

ticket start(co::task<> task);
void fire(co::task<> task);
void forget(co::task<> task);
co::task<> with_executor(co::task<> task, executor &where);
void run();

class nursery {
public:
  void start(co::task<> task);
  co::task<> join();
  ~nursery();

private:
  int running = 0;
};

/// Views: the rules say so.
class slice {
public:
  slice(const char *from, std::size_t size);
  slice(const class text &from);
  std::size_t size() const;

private:
  const char *from_;
  std::size_t size_;
};
template <typename T> class window {
public:
  template <typename Container> window(const Container &from) : from_(from.data()) {}
  const T &operator[](std::size_t i) const { return from_[i]; }

private:
  const T *from_;
};

} // namespace work
