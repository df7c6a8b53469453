// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <coroutine>

namespace folly {
template <typename T> class result {
public:
  struct promise_type {
    result get_return_object();
    std::suspend_never initial_suspend() const noexcept;
    std::suspend_never final_suspend() const noexcept;
    void unhandled_exception();
    void return_value(T);
  };
  bool has_value() const;
};
} // namespace folly
