// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost 1.81 on Windows; not the library.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <cstddef>
#include <cstdint>

namespace boost::asio::windows {

template <typename Executor = any_io_executor> class basic_random_access_handle {
public:
  template <typename MutableBufferSequence>
  std::size_t read_some_at(std::uint64_t offset, const MutableBufferSequence &buffers);
  template <typename ConstBufferSequence>
  std::size_t write_some_at(std::uint64_t offset, const ConstBufferSequence &buffers);
  template <typename MutableBufferSequence, typename ReadToken>
  auto async_read_some_at(std::uint64_t offset, const MutableBufferSequence &buffers,
                          ReadToken &&token);
  template <typename ConstBufferSequence, typename WriteToken>
  auto async_write_some_at(std::uint64_t offset, const ConstBufferSequence &buffers,
                           WriteToken &&token);
};

} // namespace boost::asio::windows
