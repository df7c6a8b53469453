// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the tests of fan-out start tasks with: what a project could have written
// itself, unknown to every rule file. Only declared, where what it does plays
// no role.
#pragma once

#include "tasks.h"

#include <optional>
#include <string>
#include <vector>

namespace own {

/// Starts a task and lets it go.
void spawn(lazy<> work);

/// Owns tasks.
class scope {
public:
  void spawn(lazy<> work);
  lazy<> join();
};

/// Items from somebody else.
template <typename T> class source {
public:
  lazy<std::optional<T>> next();
};

/// A semaphore without permits.
class gate {
public:
  lazy<> acquire();
  void release();
};

struct connection {};
class listener {
public:
  lazy<connection> accept();
};

lazy<> sleep(int milliseconds);

} // namespace own

own::lazy<> work(std::string item);
own::lazy<int> measure(std::string item);
own::eager<> begin(std::string item);
