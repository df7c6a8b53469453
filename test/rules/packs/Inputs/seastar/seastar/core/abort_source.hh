// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class abort_requested_exception : public std::exception {};
class abort_source {
public:
  class subscription {};
  template <typename Func> [[nodiscard]] std::optional<subscription> subscribe(Func &&f) {
    std::terminate();
  }
  void request_abort() noexcept;
  void request_abort_ex(std::exception_ptr ex) noexcept;
  bool abort_requested() const noexcept;
  void check() const;
};
} // namespace seastar
