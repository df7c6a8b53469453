// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>

namespace cppcoro {
template <typename T> class [[nodiscard]] async_generator {
public:
  struct promise_type : detail::promise<void> {
    async_generator get_return_object();
    std::suspend_always yield_value(T);
  };
  struct iterator {
    detail::awaiter_of<iterator &> operator++();
    T &operator*() const;
    bool operator==(const iterator &) const;
  };
  async_generator(async_generator &&) noexcept;
  ~async_generator();
  detail::awaiter_of<iterator> begin();
  iterator end();
};
} // namespace cppcoro
