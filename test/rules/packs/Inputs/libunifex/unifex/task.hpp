// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _task {
template <typename T> struct _promise {
  template <typename V> void return_value(V &&value);
};
template <> struct _promise<void> {
  void return_void() noexcept;
};
template <typename T, bool nothrow> struct _task {
  struct [[nodiscard]] type : _stub_sender<T> {
    struct promise_type : _promise<T> {
      type get_return_object() noexcept;
      std::suspend_always initial_suspend() noexcept { return {}; }
      std::suspend_always final_suspend() noexcept { return {}; }
      void unhandled_exception() noexcept;
    };
    type(type &&) noexcept;
    ~type();
  };
};
} // namespace _task
template <typename T> using task = typename _task::_task<T, false>::type;
template <typename T> using nothrow_task = typename _task::_task<T, true>::type;
} // namespace unifex
