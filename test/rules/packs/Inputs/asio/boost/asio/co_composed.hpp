// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: since Boost 1.85.
#pragma once

namespace boost::asio {
template <typename... Signatures, typename Implementation, typename... Executors>
auto co_composed(Implementation &&implementation, Executors &&...executors) {
  return 0;
}
} // namespace boost::asio
