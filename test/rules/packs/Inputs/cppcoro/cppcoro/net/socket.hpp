// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/io_service.hpp>
#include <cppcoro/task.hpp>
#include <cstddef>

namespace cppcoro {
namespace net {
class socket {
public:
  static socket create_tcpv4(io_service &service);
  socket(socket &&) noexcept;
  ~socket();
  void listen();
  [[nodiscard]] detail::awaiter_of<void> accept(socket &accepting) noexcept;
  [[nodiscard]] detail::awaiter_of<std::size_t> send(const void *buffer,
                                                     std::size_t size) noexcept;
  [[nodiscard]] detail::awaiter_of<std::size_t> recv(void *buffer,
                                                     std::size_t size) noexcept;
  [[nodiscard]] detail::awaiter_of<void> accept(socket &accepting,
                                                cancellation_token ct) noexcept;
  [[nodiscard]] detail::awaiter_of<std::size_t>
  send(const void *buffer, std::size_t size, cancellation_token ct) noexcept;
  [[nodiscard]] detail::awaiter_of<std::size_t>
  recv(void *buffer, std::size_t size, cancellation_token ct) noexcept;
};
} // namespace net
} // namespace cppcoro
