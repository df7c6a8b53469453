// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost.Cobalt
// 1.89; not the library.
#pragma once

#include <boost/cobalt.hpp>
#include <boost/system/result.hpp>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace boost::cobalt::io {
using wait_op = detail::any_op<system::error_code>;
using read_op = detail::any_op<system::error_code, std::size_t>;
using write_op = detail::any_op<system::error_code, std::size_t>;

[[nodiscard]] wait_op sleep(const std::chrono::steady_clock::duration &d);
[[nodiscard]] wait_op sleep(const std::chrono::steady_clock::time_point &tp);
[[nodiscard]] wait_op sleep(const std::chrono::system_clock::time_point &tp);

struct steady_timer {
  steady_timer(const executor &e = this_thread::get_executor());
  steady_timer(const std::chrono::steady_clock::duration &expiry,
               const executor &e = this_thread::get_executor());
  void cancel();
  void reset(const std::chrono::steady_clock::duration &expiry);
  [[nodiscard]] wait_op wait();
};
struct system_timer {
  system_timer(const executor &e = this_thread::get_executor());
  void cancel();
  [[nodiscard]] wait_op wait();
};
struct signal_set {
  signal_set(std::initializer_list<int> sigs,
             const executor &e = this_thread::get_executor());
  system::result<void> cancel();
  [[nodiscard]] detail::any_op<system::error_code, int> wait();
};

struct tcp_v4_t {};
constexpr tcp_v4_t tcp_v4{};
struct endpoint {
  endpoint(tcp_v4_t, std::string_view address, std::uint16_t port);
};
struct resolver {
  resolver(const executor &e = this_thread::get_executor());
  void cancel();
  [[nodiscard]] detail::any_op<system::error_code, std::vector<endpoint>>
  resolve(std::string_view host, std::string_view service);
};

struct file {
  enum flags { read_only, write_only, read_write };
  system::result<void> open(const char *path, flags open_flags);
  system::result<void> open(const std::string &path, flags open_flags);
  system::result<void> resize(std::uint64_t n);
  system::result<std::uint64_t> size() const;
  system::result<void> sync_all();
  system::result<void> sync_data();
  system::result<void> cancel();
};
struct stream_file : file {
  stream_file(const executor &e = this_thread::get_executor());
  stream_file(const char *path, file::flags open_flags,
              const executor &e = this_thread::get_executor());
  stream_file(const std::string &path, file::flags open_flags,
              const executor &e = this_thread::get_executor());
  [[nodiscard]] write_op write_some(asio::const_buffer buffer);
  [[nodiscard]] read_op read_some(asio::mutable_buffer buffer);
};
struct random_access_file : file {
  random_access_file(const char *path, file::flags open_flags,
                     const executor &e = this_thread::get_executor());
};

struct socket {
  system::result<void> cancel();
  bool is_open() const;
  [[nodiscard]] wait_op connect(endpoint ep);
};
struct stream_socket : socket {
  stream_socket(const executor &e = this_thread::get_executor());
  stream_socket(stream_socket &&);
  [[nodiscard]] write_op write_some(asio::const_buffer buffer);
  [[nodiscard]] read_op read_some(asio::mutable_buffer buffer);
};
struct acceptor {
  acceptor(endpoint ep, const executor &e = this_thread::get_executor());
  [[nodiscard]] detail::any_op<system::error_code, stream_socket> accept();
};
template <typename Stream>
[[nodiscard]] write_op write(Stream &stream, asio::const_buffer buffer);
} // namespace boost::cobalt::io
