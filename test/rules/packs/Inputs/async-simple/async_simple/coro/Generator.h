// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <coroutine>

namespace async_simple::coro {
template <class Ref> class Generator {
public:
  struct promise_type {
    Generator get_return_object() noexcept;
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(Ref value) noexcept;
    void await_transform() = delete;
    void return_void() noexcept;
    void unhandled_exception();
  };
  struct iterator {
    Ref operator*() const;
    iterator &operator++();
    bool operator==(std::nullptr_t) const;
  };
  iterator begin();
  std::nullptr_t end() const noexcept;
};
} // namespace async_simple::coro
