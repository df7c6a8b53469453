// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/coroutine.hh>

namespace seastar::coroutine::experimental {
namespace internal::unbuffered {
template <typename Ref, typename Value> class [[nodiscard]] generator {
public:
  struct promise_type {
    generator get_return_object() noexcept;
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(Ref value) noexcept;
    void return_void() noexcept;
    void unhandled_exception() noexcept;
  };
  seastar::internal::awaiter<std::optional<Value>> operator()() noexcept;
};
} // namespace internal::unbuffered
namespace internal::buffered {
template <typename Ref, typename Value, typename Container> class generator {};
} // namespace internal::buffered
template <typename Ref, typename Value = std::remove_cvref_t<Ref>>
using generator = internal::unbuffered::generator<Ref, Value>;
} // namespace seastar::coroutine::experimental
