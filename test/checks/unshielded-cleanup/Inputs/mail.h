// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A project's own mail library. Once a coroutine of it is to stop, each
// suspension throws that, the first one and all that follow.
#pragma once

#include "../../Inputs/tasks.h"
#include <exception>
#include <stdexcept>
#include <string>

namespace mail {

struct operation_cancelled : std::exception {};
struct refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class connection {
public:
  own::lazy<> send(std::string line);
  own::lazy<std::string> receive();
  own::lazy<> close();
  void drop() noexcept;
};

own::lazy<> pause(int seconds);

/// Until it is destroyed, the coroutine is not stopped.
class uninterrupted {
public:
  uninterrupted();
  ~uninterrupted();
};
/// From now on it stops, or does not.
own::lazy<> set_interruptible(bool yes);
/// Awaits the task to its end, whatever happens.
own::lazy<> shielded(own::lazy<> task);

} // namespace mail
