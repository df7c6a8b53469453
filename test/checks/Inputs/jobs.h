// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A small runtime as a project writes its own, unknown to every rule file: what
// is awaited throws when somebody has asked the job to stop. Some of it throws an
// exception that a handler for errors catches as well, some of it another.
#pragma once

#include "task.h"
#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace jobs {

/// Derives from std::exception, so that whoever catches that catches this.
class operation_cancelled : public std::exception {
public:
  const char *what() const noexcept override { return "cancelled"; }
};

/// Derives from nothing: only its own handler catches it, and `...`.
struct stop_signal {};

/// Whether somebody wants the job to stop.
bool is_cancelled() noexcept;
bool stop_requested() noexcept;

/// An operation of the loop.
template <typename T = void> struct operation {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume() {
    if (is_cancelled())
      throw operation_cancelled();
    return T();
  }
};
operation<std::string> receive();
operation<> send(std::string message);
operation<> close();
operation<> rollback();

/// A moment on the loop's timer.
struct pause {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  void await_resume() {
    if (is_cancelled())
      throw stop_signal();
  }
};
pause next_tick();

/// Something that never is cancelled.
struct reading {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  int await_resume() { return 0; }
};
reading read_sensor();

void log(const char *text);
void use(const std::string &message);

} // namespace jobs
