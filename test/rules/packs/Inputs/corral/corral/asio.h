// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of corral of August
// 2026; not the library.
#pragma once

#include "corral/Task.h"
#include <boost/asio/async_result.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>

namespace corral {
namespace detail {
template <bool ThrowOnError> struct asio_awaitable_t {};
} // namespace detail
static constexpr detail::asio_awaitable_t<true> asio_awaitable;
static constexpr detail::asio_awaitable_t<false> asio_nothrow_awaitable;

template <class R, class P>
detail::Awaiter<void> sleepFor(boost::asio::io_context &io,
                               std::chrono::duration<R, P> delay);
} // namespace corral

template <bool ThrowOnError, class X, class... Ret>
class boost::asio::async_result<corral::detail::asio_awaitable_t<ThrowOnError>,
                                X(boost::system::error_code, Ret...)> {
public:
  template <class Init, class... Args>
  static corral::detail::Awaiter<void>
  initiate(Init &&, corral::detail::asio_awaitable_t<ThrowOnError>, Args &&...) {
    return {};
  }
};
