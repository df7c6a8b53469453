// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <coroutine>
#include <iterator>

namespace cppcoro {
template <typename T> class [[nodiscard]] generator {
public:
  struct promise_type {
    generator get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T);
    void return_void();
    void unhandled_exception();
    template <typename U> std::suspend_never await_transform(U &&) = delete;
  };
  struct iterator {
    iterator &operator++();
    T &operator*() const;
    bool operator==(std::default_sentinel_t) const;
  };
  generator(generator &&) noexcept;
  ~generator();
  iterator begin();
  std::default_sentinel_t end();
};
} // namespace cppcoro
