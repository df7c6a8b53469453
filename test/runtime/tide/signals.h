// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Signals as something to wait for.
#pragma once

#include <tide/io.h>
#include <tide/spawn.h>

#include <concepts>
#include <csignal>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

#include <sys/signalfd.h>
#include <unistd.h>

namespace tide {
namespace detail {

inline sigset_t to_set(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (int signal : signals)
    sigaddset(&set, signal);
  return set;
}

/// Keeps signals from the thread that makes it. What was blocked before stays
/// blocked afterwards.
class signal_mask {
public:
  explicit signal_mask(const sigset_t &signals) {
    sigset_t before;
    ::pthread_sigmask(SIG_BLOCK, &signals, &before);
    sigemptyset(&added_);
    for (int signal = 1; signal < NSIG; ++signal) {
      if (sigismember(&signals, signal) == 1 &&
          sigismember(&before, signal) == 0)
        sigaddset(&added_, signal);
    }
  }
  signal_mask(const signal_mask &) = delete;
  signal_mask &operator=(const signal_mask &) = delete;
  ~signal_mask() { ::pthread_sigmask(SIG_UNBLOCK, &added_, nullptr); }

private:
  sigset_t added_;
};

/// The signals that come are read from it.
inline unique_fd signal_descriptor(const sigset_t &signals) {
  return {::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC), "signalfd"};
}

} // namespace detail

/// Some signals, written as {SIGINT, SIGTERM}.
class signal_set {
public:
  // Not of an initializer_list, which g++ 12 does not take in an awaited call.
  signal_set(std::same_as<int> auto... signals)
      : set_(detail::to_set({signals...})) {}

  const sigset_t &get() const noexcept { return set_; }

private:
  const sigset_t set_;
};

/// Catches signals while it lives, instead of what they would do otherwise. The
/// process's other threads must block them, as those of thread_pool do.
class signal_watch {
public:
  explicit signal_watch(const sigset_t &signals)
      : mask_(signals), descriptor_(detail::signal_descriptor(signals)) {}
  signal_watch(std::initializer_list<int> signals)
      : signal_watch(detail::to_set(signals)) {}

  /// The next signal that comes, or has come since the last one.
  task<int> next() {
    signalfd_siginfo info;
    co_await descriptor_.read_by(
        "read", [&](int fd) { return ::read(fd, &info, sizeof info); });
    co_return static_cast<int>(info.ssi_signo);
  }

private:
  detail::signal_mask mask_;
  detail::io_descriptor descriptor_;
};

namespace detail {

/// Cancels a task when a signal comes. Later ones are dropped: the task is
/// stopping already.
class stop_at_signal final : io_watcher {
public:
  stop_at_signal(const sigset_t &signals, handle<void> &work)
      : mask_(signals), descriptor_(signal_descriptor(signals)), work_(work) {
    loop_.watch(descriptor_.get(), EPOLLIN, this);
  }
  stop_at_signal(const stop_at_signal &) = delete;
  stop_at_signal &operator=(const stop_at_signal &) = delete;
  ~stop_at_signal() { loop_.unwatch(descriptor_.get()); }

  std::optional<int> signal() const noexcept { return signal_; }

private:
  void on_events(std::uint32_t) override {
    signalfd_siginfo info;
    if (::read(descriptor_.get(), &info, sizeof info) != sizeof info || signal_)
      return;
    signal_ = static_cast<int>(info.ssi_signo);
    work_.cancel();
  }

  event_loop &loop_ = event_loop::current();
  const signal_mask mask_;
  const unique_fd descriptor_;
  handle<void> &work_;
  std::optional<int> signal_;
};

} // namespace detail

/// Runs \p work; when one of \p signals comes, cancels it, and waits until it
/// has ended. Gives the signal, or nothing if none came.
inline task<std::optional<int>> until_signal(signal_set signals, task<> work) {
  handle<void> running = spawn(std::move(work));
  const detail::stop_at_signal stop(signals.get(), running);
  co_await running.join();
  if (!stop.signal() || !running.cancelled())
    running.result();
  co_return stop.signal();
}

} // namespace tide
