// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/abort_source.hh>

namespace seastar {
class broken_semaphore : public std::exception {};
class semaphore_aborted : public std::exception {};
struct semaphore_default_exception_factory {};
template <typename ExceptionFactory, typename Clock = std::chrono::steady_clock>
class basic_semaphore {
public:
  explicit basic_semaphore(std::size_t count);
  future<> wait(std::size_t nr = 1) noexcept;
  future<> wait(abort_source &as, std::size_t nr = 1) noexcept;
  void signal(std::size_t nr = 1) noexcept;
};
using semaphore = basic_semaphore<semaphore_default_exception_factory>;
template <typename ExceptionFactory, typename Clock = std::chrono::steady_clock>
class semaphore_units {
public:
  semaphore_units(semaphore_units &&) noexcept;
  ~semaphore_units() noexcept;
};
template <typename ExceptionFactory, typename Clock>
future<semaphore_units<ExceptionFactory, Clock>>
get_units(basic_semaphore<ExceptionFactory, Clock> &sem, std::size_t units) noexcept {
  std::terminate();
}
template <typename ExceptionFactory, typename Clock>
future<semaphore_units<ExceptionFactory, Clock>>
get_units(basic_semaphore<ExceptionFactory, Clock> &sem, std::size_t units,
          abort_source &as) noexcept {
  std::terminate();
}
template <typename ExceptionFactory, typename Clock, typename Func>
futurize_t<std::invoke_result_t<Func>> with_semaphore(basic_semaphore<ExceptionFactory, Clock> &sem,
                                                      std::size_t units, Func &&func) noexcept {
  std::terminate();
}
} // namespace seastar
