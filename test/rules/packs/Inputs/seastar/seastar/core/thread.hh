// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class thread {
public:
  thread() = default;
  template <typename Func> thread(Func func) { std::terminate(); }
  template <typename Func> thread(thread_attributes attr, Func func) { std::terminate(); }
  thread(thread &&) noexcept;
  ~thread();
  future<> join();
  static void yield();
  static bool should_yield();
  static void maybe_yield();
  static bool running_in_thread();
};
template <typename Func, typename... Args>
futurize_t<std::invoke_result_t<Func, Args...>> async(thread_attributes attr, Func &&func,
                                                      Args &&...args) noexcept {
  std::terminate();
}
template <typename Func, typename... Args>
futurize_t<std::invoke_result_t<Func, Args...>> async(Func &&func, Args &&...args) noexcept {
  std::terminate();
}
} // namespace seastar
