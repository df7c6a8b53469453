// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A descriptor that tasks wait for.
#pragma once

#include <tide/time.h>

#include <cerrno>
#include <coroutine>
#include <cstdint>
#include <system_error>
#include <utility>

#include <sys/epoll.h>

namespace tide::detail {

/// Waits until a descriptor may be ready.
class io_awaiter final : public wait_queue::entry {
public:
  using entry::entry;
  bool await_ready() { return interrupt_now(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    suspend(coroutine);
  }
  void await_resume() const { throw_if_interrupted(); }
};

/// A non-blocking descriptor, known to the loop from its first moment to its
/// last. Those who read do not stand in the way of those who write.
///
/// The kernel tells about a change once. None is missed, because a task waits
/// only after a call that would have blocked, and the loop looks for changes
/// only while no task runs.
class io_descriptor final : io_watcher {
public:
  explicit io_descriptor(unique_fd fd) : fd_(std::move(fd)) {
    loop_.watch(fd_.get(), EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, this);
  }
  io_descriptor(const io_descriptor &) = delete;
  io_descriptor &operator=(const io_descriptor &) = delete;
  ~io_descriptor() { close(); }

  int get() const noexcept { return fd_.get(); }

  /// Whoever waits, and whoever comes later, gets EBADF.
  void close() noexcept {
    if (fd_.get() == -1)
      return;
    loop_.unwatch(fd_.get());
    fd_ = unique_fd();
    on_events(EPOLLERR);
  }

  /// Gives what \p f gives, a system call on the descriptor, as soon as it need
  /// not wait for something to read. \p name is the call's.
  template <class F> task<int> read_by(const char *name, F f) {
    return repeat(readers_, name, std::move(f));
  }

  /// The same for space to write to.
  template <class F> task<int> write_by(const char *name, F f) {
    return repeat(writers_, name, std::move(f));
  }

  /// Waits until something can be written, or has failed.
  io_awaiter writable() { return io_awaiter(writers_); }

private:
  template <class F>
  task<int> repeat(wait_queue &queue, const char *name, F f) {
    // Where there is always something to read, others must have their turn too,
    // and a request to stop must arrive.
    co_await yield_now();
    for (;;) {
      const auto result = f(fd_.get());
      if (result != -1)
        co_return static_cast<int>(result);
      if (errno == EAGAIN)
        co_await io_awaiter(queue);
      else if (errno != EINTR)
        throw std::system_error(errno, std::generic_category(), name);
    }
  }

  // All are woken: each tries again, and waits again if another was faster. So
  // nothing is lost when one of them is cancelled meanwhile.
  void on_events(std::uint32_t events) noexcept override {
    constexpr std::uint32_t end = EPOLLERR | EPOLLHUP;
    if (events & (EPOLLIN | EPOLLRDHUP | end))
      readers_.wake_all();
    if (events & (EPOLLOUT | end))
      writers_.wake_all();
  }

  event_loop &loop_ = event_loop::current();
  unique_fd fd_;
  wait_queue readers_, writers_;
};

} // namespace tide::detail
