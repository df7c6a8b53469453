// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace __when_any {
struct __when_any_t {
  template <typename Sender, typename... Senders>
  stdexec::_stub_sender<stdexec::_stub_value<Sender>> operator()(Sender &&first,
                                                                 Senders &&...others) const;
};
inline constexpr __when_any_t when_any{};
} // namespace __when_any
using __when_any::when_any;
} // namespace experimental::execution
namespace exec = experimental::execution;
