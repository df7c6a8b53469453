// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost 1.81 on Windows; not the library.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>

namespace boost::asio::windows {

template <typename Executor = any_io_executor> class basic_stream_handle {
public:
  template <typename MutableBufferSequence>
  std::size_t read_some(const MutableBufferSequence &buffers);
  template <typename ConstBufferSequence>
  std::size_t write_some(const ConstBufferSequence &buffers);
  template <typename MutableBufferSequence, typename ReadToken>
  auto async_read_some(const MutableBufferSequence &buffers, ReadToken &&token);
  template <typename ConstBufferSequence, typename WriteToken>
  auto async_write_some(const ConstBufferSequence &buffers, WriteToken &&token);
};

} // namespace boost::asio::windows
