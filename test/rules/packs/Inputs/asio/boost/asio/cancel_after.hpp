// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost 1.86; not the library.
#pragma once

#include <chrono>

namespace boost::asio {

template <typename Rep, typename Period, typename CompletionToken>
auto cancel_after(const std::chrono::duration<Rep, Period> &timeout, CompletionToken &&token);

} // namespace boost::asio
