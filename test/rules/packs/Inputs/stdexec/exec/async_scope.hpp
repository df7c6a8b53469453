// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace __scope {
struct async_scope {
  [[nodiscard]] stdexec::_stub_sender<> on_empty() const;
  template <typename Sender> [[nodiscard]] Sender nest(Sender &&sender);
  template <typename Sender> void spawn(Sender &&sender);
  template <typename Sender>
  [[nodiscard]] stdexec::_stub_sender<stdexec::_stub_value<Sender>> spawn_future(Sender &&sender);
  bool request_stop() noexcept;
};
} // namespace __scope
using __scope::async_scope;
} // namespace experimental::execution
namespace exec = experimental::execution;
