// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost 1.81 on Windows; not the library.
#pragma once

#include <boost/asio/any_io_executor.hpp>

namespace boost::asio::windows {

template <typename Executor = any_io_executor> class basic_object_handle {
public:
  void wait();
  template <typename WaitToken> auto async_wait(WaitToken &&token);
};

} // namespace boost::asio::windows
