// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TCP: streams, and a server for them.
#pragma once

#include <tide/io.h>
#include <tide/semaphore.h>
#include <tide/task_group.h>
#include <tide/time.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace tide {
namespace detail {

/// An IPv4 address as the kernel wants it.
inline sockaddr_in socket_address(const char *address, std::uint16_t port) {
  sockaddr_in result{};
  result.sin_family = AF_INET;
  result.sin_port = htons(port);
  if (::inet_pton(AF_INET, address, &result.sin_addr) != 1)
    throw std::invalid_argument("not a numeric IPv4 address: " +
                                std::string(address));
  return result;
}

inline unique_fd tcp_socket() {
  return {::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0),
          "socket"};
}

} // namespace detail

/// One end of a TCP connection. A task may read while another one writes; it
/// must not be moved or destroyed meanwhile.
class tcp_stream {
public:
  /// Connects to a port of this machine. Throws timeout_error if that takes
  /// longer than \p within.
  static task<tcp_stream> connect(std::uint16_t port, duration within) {
    return connect("127.0.0.1", port, within);
  }

  /// The same for another machine, given by its numeric IPv4 address.
  static task<tcp_stream> connect(std::string address, std::uint16_t port,
                                  duration within) {
    return wait_for(connect_to(detail::socket_address(address.c_str(), port)),
                    within);
  }

  /// Reads what is there, waits if there is nothing. Gives how much; 0 at the
  /// end.
  task<std::size_t> read_some(std::span<char> buffer) {
    if (buffered_.empty())
      co_return co_await receive(buffer);
    const std::size_t count = buffered_.copy(buffer.data(), buffer.size());
    buffered_.erase(0, count);
    co_return count;
  }
  task<std::size_t> read_some(std::span<char> buffer, duration within) {
    return wait_for(read_some(buffer), within);
  }

  /// Reads a line, without its '\n'; nothing at the end. Being stopped half
  /// way, it leaves what it has for the next one.
  task<std::optional<std::string>> read_line() {
    for (std::size_t searched = 0;;) {
      if (const auto end = buffered_.find('\n', searched);
          end != buffered_.npos)
        co_return take(end, 1);
      searched = buffered_.size();
      if (searched > longest_line)
        throw std::length_error("a line is too long");
      char chunk[4096];
      const std::size_t count = co_await receive(chunk);
      if (count == 0 && buffered_.empty())
        co_return std::nullopt;
      if (count == 0)
        co_return take(buffered_.size(), 0);
      buffered_.append(chunk, count);
    }
  }
  task<std::optional<std::string>> read_line(duration within) {
    return wait_for(read_line(), within);
  }

  /// Writes all of \p text, which must live so long.
  task<> write_all(std::string_view text) {
    while (!text.empty()) {
      const int count = co_await io_->write_by("send", [&](int fd) {
        return ::send(fd, text.data(), text.size(), MSG_NOSIGNAL);
      });
      text.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  /// Ends it both ways; a task that waits for it gets an error.
  void close() noexcept { io_->close(); }

  /// The longest line that read_line takes.
  static constexpr std::size_t longest_line = std::size_t{1} << 16;

private:
  friend class tcp_server;

  explicit tcp_stream(detail::unique_fd connected) {
    const int on = 1; // what is written goes out at once
    ::setsockopt(connected.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    io_ = std::make_unique<detail::io_descriptor>(std::move(connected));
  }

  static task<tcp_stream> connect_to(sockaddr_in address) {
    auto socket = detail::tcp_socket();
    const auto *wanted = reinterpret_cast<const sockaddr *>(&address);
    if (::connect(socket.get(), wanted, sizeof address) == -1 &&
        errno != EINPROGRESS)
      throw std::system_error(errno, std::generic_category(), "connect");
    // Known to the loop only from here on: before, it would count as hung up.
    tcp_stream stream(std::move(socket));
    co_await stream.io_->writable();
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(stream.io_->get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
      throw std::system_error(error, std::generic_category(), "connect");
    co_return stream;
  }

  task<std::size_t> receive(std::span<char> buffer) {
    co_return co_await io_->read_by("recv", [&](int fd) {
      return ::recv(fd, buffer.data(), buffer.size(), 0);
    });
  }

  /// The first \p count of what is buffered; \p skipped more are dropped.
  std::string take(std::size_t count, std::size_t skipped) {
    std::string result = buffered_.substr(0, count);
    buffered_.erase(0, count + skipped);
    return result;
  }

  std::unique_ptr<detail::io_descriptor>
      io_;               // stays in its place when the stream is moved
  std::string buffered_; // read from the socket, not yet by the user
};

/// Listens on a port of this machine.
class tcp_server {
public:
  /// \p port 0: whichever is free.
  explicit tcp_server(std::uint16_t port = 0) : io_(listening(port)) {}

  std::uint16_t port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (::getsockname(io_.get(), reinterpret_cast<sockaddr *>(&address),
                      &size) == -1)
      throw std::system_error(errno, std::generic_category(), "getsockname");
    return ntohs(address.sin_port);
  }

  /// The next connection that somebody makes.
  task<tcp_stream> accept() {
    const int connected = co_await io_.read_by("accept4", [](int listening) {
      for (;;) { // one that was given up meanwhile is no error of ours
        const int fd = ::accept4(listening, nullptr, nullptr,
                                 SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd != -1 || errno != ECONNABORTED)
          return fd;
      }
    });
    co_return tcp_stream(detail::unique_fd(connected, "accept4"));
  }

  /// Runs \p handler, a function of a tcp_stream that gives a task, for each
  /// connection; at most \p limit at once, the others wait. One that fails does
  /// not stop the others: its error goes to the debug report. Runs until it is
  /// cancelled, then stops all connections and waits for them.
  template <class Handler>
  task<> serve(Handler handler, std::size_t limit = 100) {
    semaphore places(limit);
    co_await with_task_group([&](task_group &connections) -> task<> {
      for (;;) {
        auto place = co_await places.acquire();
        auto stream = co_await accept();
        (void)connections.spawn(
            attend(handler, std::move(stream), std::move(place)), "connection");
      }
    });
  }

private:
  static detail::unique_fd listening(std::uint16_t port) {
    auto socket = detail::tcp_socket();
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const auto address = detail::socket_address("127.0.0.1", port);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address),
               sizeof address) == -1)
      throw std::system_error(errno, std::generic_category(), "bind");
    if (::listen(socket.get(), SOMAXCONN) == -1)
      throw std::system_error(errno, std::generic_category(), "listen");
    return socket;
  }

  /// Its place is free as soon as its frame is gone.
  template <class Handler>
  static task<> attend(Handler &handler, tcp_stream stream, semaphore::permit) {
    try {
      co_await handler(std::move(stream));
    } catch (const cancelled &) {
      throw;
    } catch (...) {
      event_loop::current().report().lost_errors.push_back(
          {"connection", message_of(std::current_exception())});
    }
  }

  detail::io_descriptor io_;
};

} // namespace tide
