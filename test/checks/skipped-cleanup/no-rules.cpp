// RUN: %check %s '--checks=-*,async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of a project without rules, only awaiters are known that can be seen to throw.
#include "Inputs/tasks.h"
#include <stdexcept>

struct stop_requested : std::exception {};

struct turn {
  bool &stopping;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const {
    if (stopping)
      throw stop_requested();
  }
};

struct tick {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
};

struct slow_tick {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const {
    if (late)
      throw std::runtime_error("late");
  }
  bool late = false;
};

class machine {
public:
  own::lazy<> run() {
    ++running;
    co_await turn{stopping};
    --running;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'machine::run' is cancelled or fails: 'running' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  own::lazy<> runForATick() {
    ++running;
    co_await tick();
    --running;
  }

  own::lazy<> runSlowly() {
    ++running;
    co_await slow_tick();
    --running;
  }

private:
  bool stopping = false;
  int running = 0;
};
