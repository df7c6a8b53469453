// RUN: %check %s '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That an awaiter throws when it is to stop is seen, but not that the next one does.
#include "Inputs/tasks.h"
#include <iostream>

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

class machine {
public:
  own::lazy<> run() {
    bool failed = false;
    try {
      co_await turn{stopping};
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
      failed = true;
    }
    if (failed)
      co_await coolDown();
    co_await shutdown();
  }

private:
  own::lazy<> coolDown();
  own::lazy<> shutdown();

  bool stopping = false;
};
