// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What Inputs/work.yaml has rules about. The rules say what becomes of the closures:
// none of them is looked at here.
#pragma once

#include "Inputs/task.h"

namespace work {

struct ticket {
  ~ticket();
  void wait();
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
};

/// Keeps the closure until its task is done.
template <typename Function> ticket start(Function) { return {}; }
template <typename Function> void fire(Function) {}

class nursery {
public:
  template <typename Function> void start(Function) {}
  co::task<> join();
  ~nursery();

private:
  int running = 0;
};

/// One keeps the closure until its task is done, the other only calls it.
co::task<int> next();
template <typename Function> co::task<int> run(Function &&) { return next(); }
template <typename Function> co::task<int> call(Function &&) { return next(); }

class promise {
public:
  template <typename Function> promise then(Function) { return *this; }
  template <typename Function> promise finally(Function) { return *this; }
  template <typename Function> promise always(Function) { return *this; }
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
};
promise ask();
void run_loop();

} // namespace work
