// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
class connected_socket {
public:
  connected_socket();
  connected_socket(connected_socket &&) noexcept;
  connected_socket &operator=(connected_socket &&) noexcept;
};
class socket_address {};
struct accept_result {
  connected_socket connection;
  socket_address remote_address;
};
class server_socket {
public:
  server_socket();
  server_socket(server_socket &&) noexcept;
  future<accept_result> accept();
  void abort_accept();
};
} // namespace seastar
