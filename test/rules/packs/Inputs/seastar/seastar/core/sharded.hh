// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/smp.hh>

namespace seastar {
template <typename Service> class sharded {
public:
  future<> invoke_on_all(std::function<future<>(Service &)> func) noexcept;
  template <typename Func, typename... Args>
  future<> invoke_on_all(Func func, Args... args) noexcept {
    std::terminate();
  }
  template <typename Func, typename... Args>
  future<> invoke_on_others(Func func, Args... args) noexcept {
    std::terminate();
  }
  template <typename Func, typename... Args>
  futurize_t<std::invoke_result_t<Func, Service &, Args...>> invoke_on(unsigned id, Func &&func,
                                                                       Args &&...args) {
    std::terminate();
  }
  template <typename Reducer, typename Func> future<> map_reduce(Reducer &&r, Func &&func) {
    std::terminate();
  }
  template <typename Mapper, typename Initial, typename Reduce>
  future<Initial> map_reduce0(Mapper map, Initial initial, Reduce reduce) {
    std::terminate();
  }
  template <typename Mapper>
  future<std::vector<std::invoke_result_t<Mapper, Service &>>> map(Mapper mapper) {
    std::terminate();
  }
};
} // namespace seastar
