// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A project's own printing library. A coroutine that is to stop is thrown that
// at a suspension.
#pragma once

#include "../../Inputs/tasks.h"
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

namespace print {

struct cancelled : std::exception {};
struct out_of_paper : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class printer {
public:
  own::lazy<> page(std::string text);
  own::lazy<bool> ready();
  void beep() noexcept;
};

/// Lets one in at a time.
class tray {
public:
  class guard {
  public:
    explicit guard(tray &of);
    guard(guard &&) noexcept;
    ~guard();
  };

  own::lazy<guard> scoped_lock();
  own::lazy<> lock();
  bool try_lock();
  void unlock();
};

/// Lets some in at a time.
class queue_places {
public:
  explicit queue_places(int number);
  own::lazy<> acquire();
  void release();
};

/// Calls it when it is destroyed.
class on_exit {
public:
  explicit on_exit(std::function<void()> what);
  ~on_exit();
};

} // namespace print
