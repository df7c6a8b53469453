// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename Object> class [[nodiscard]] deferred_close {
public:
  deferred_close(Object &obj) noexcept;
  ~deferred_close();
  void close_now() noexcept;
  void cancel() noexcept;
};
template <typename Object> class [[nodiscard]] deferred_stop {
public:
  deferred_stop(Object &obj) noexcept;
  ~deferred_stop();
  void stop_now() noexcept;
  void cancel() noexcept;
};
template <typename Closeable, typename Func>
futurize_t<std::invoke_result_t<Func, Closeable &>> with_closeable(Closeable &&obj,
                                                                   Func func) noexcept {
  std::terminate();
}
template <typename Stoppable, typename Func>
futurize_t<std::invoke_result_t<Func, Stoppable &>> with_stoppable(Stoppable &&obj,
                                                                   Func func) noexcept {
  std::terminate();
}
} // namespace seastar
