// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pool of threads of the tests' own, which work.yaml tells about.
#pragma once

#include "Inputs/task.h"

namespace work {

/// What is left of something that was started.
class ticket {
public:
  ticket() = default;
  ticket(ticket &&) noexcept;
  ticket &operator=(ticket &&) noexcept;
  ~ticket();
  void wait();
};

ticket start(co::task<>);
ticket start_thread(co::task<>);
ticket start_waiting(co::task<>);
ticket start_cancelling(co::task<>);
ticket start_detaching(co::task<>);
ticket start_strict(co::task<>);
void fire(co::task<>);
void forget(co::task<>);

/// Waits at its end for all that was started in it.
class nursery {
public:
  ticket start(co::task<>);
  ~nursery();
};

} // namespace work
