// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/spawn_detached.hpp>
#include <unifex/spawn_future.hpp>

namespace unifex {
inline namespace v1 {
namespace _async_scope {
struct async_scope {
  template <typename Sender>
  typename _spawn_future::_future<async_scope, _stub_value<Sender>>::type spawn(Sender &&sender);
  template <typename Sender, typename Scheduler>
  typename _spawn_future::_future<async_scope, _stub_value<Sender>>::type
  spawn_on(Scheduler &&scheduler, Sender &&sender);
  template <typename Scheduler, typename Fun>
  typename _spawn_future::_future<async_scope, std::invoke_result_t<Fun>>::type
  spawn_call_on(Scheduler &&scheduler, Fun &&fun) {
    std::terminate();
  }
  template <typename Sender> void detached_spawn(Sender &&sender);
  template <typename Sender, typename Scheduler>
  void detached_spawn_on(Scheduler &&scheduler, Sender &&sender);
  template <typename Scheduler, typename Fun>
  void detached_spawn_call_on(Scheduler &&scheduler, Fun &&fun) {
    std::terminate();
  }
  template <typename Sender>
  [[nodiscard]] _stub_sender<_stub_value<Sender>> attach(Sender &&sender) noexcept;
  template <typename Sender, typename Scheduler>
  [[nodiscard]] _stub_sender<_stub_value<Sender>> attach_on(Scheduler &&scheduler,
                                                            Sender &&sender) noexcept;
  template <typename Scheduler, typename Fun>
  [[nodiscard]] _stub_sender<std::invoke_result_t<Fun>> attach_call_on(Scheduler &&scheduler,
                                                                       Fun &&fun) noexcept {
    std::terminate();
  }
  [[nodiscard]] _stub_sender<> complete() noexcept;
  [[nodiscard]] _stub_sender<> cleanup() noexcept;
  void request_stop() noexcept;
};
} // namespace _async_scope
} // namespace v1
using v1::_async_scope::async_scope;
} // namespace unifex
