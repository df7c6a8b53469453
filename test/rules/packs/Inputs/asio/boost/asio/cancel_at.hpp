// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost 1.86; not the library.
#pragma once

#include <chrono>

namespace boost::asio {

template <typename Clock, typename Duration, typename CompletionToken>
auto cancel_at(const std::chrono::time_point<Clock, Duration> &expiry, CompletionToken &&token);

} // namespace boost::asio
