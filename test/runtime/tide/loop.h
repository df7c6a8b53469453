// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The event loop: a queue of what is ready, timers, descriptors, and a door for
// other threads.
#pragma once

#include <tide/debug.h>
#include <tide/errors.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <utility>
#include <vector>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace tide {

using clock = std::chrono::steady_clock;
using duration = clock::duration;
using time_point = clock::time_point;

class activity;
class thread_pool;

/// How a loop runs.
struct run_options {
  /// Watch for mistakes, and tell them on stderr at exit.
  bool debug = detail::environment_number("TIDE_DEBUG", 0) != 0;

  /// A step that holds the loop for longer is a stall. Measured in real time.
  duration slow_step = std::chrono::milliseconds(
      detail::environment_number("TIDE_SLOW_STEP_MS", 100));

  /// When all tasks wait for timers, the clock jumps to the first of them.
  bool virtual_clock = false;

  /// How long tasks that are left at the end may take to stop once cancelled.
  duration grace = std::chrono::seconds(2);

  /// Where debug mode puts what it saw, instead of stderr.
  debug_report *report = nullptr;
};

namespace detail {

/// A descriptor that is closed with its owner.
class unique_fd {
public:
  unique_fd() = default;
  /// Takes \p fd, the result of the system call \p call.
  unique_fd(int fd, const char *call) : fd_(fd) {
    if (fd == -1)
      throw std::system_error(errno, std::generic_category(), call);
  }
  unique_fd(unique_fd &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  unique_fd &operator=(unique_fd other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~unique_fd() {
    if (fd_ != -1)
      ::close(fd_);
  }
  int get() const noexcept { return fd_; }

private:
  int fd_ = -1;
};

/// Something the loop does when its turn comes.
class runnable {
public:
  virtual void run() = 0;

protected:
  ~runnable() = default;
};

/// Told when the kernel sees something happen to a descriptor.
class io_watcher {
public:
  virtual void on_events(std::uint32_t events) = 0;

protected:
  ~io_watcher() = default;
};

} // namespace detail

/// Runs everything of one thread, one thing at a time. It is the thread's
/// running loop while it lives.
class event_loop {
public:
  /// Throws loop_error if this thread has a running loop already.
  explicit event_loop(run_options options)
      : options_(options),
        epoll_(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1"),
        timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC),
               "timerfd_create"),
        door_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd") {
    if (slot())
      throw loop_error("an event loop cannot run inside another one");
    watch(timer_.get(), EPOLLIN, nullptr);
    watch(door_.get(), EPOLLIN, nullptr);
    slot() = this;
  }
  ~event_loop() {
    abandon_live(); // while this is still the running loop
    slot() = nullptr;
  }
  event_loop(const event_loop &) = delete;
  event_loop &operator=(const event_loop &) = delete;

  /// The loop that runs on this thread, or null.
  static event_loop *running() noexcept { return slot(); }

  /// The loop that runs on this thread. Throws loop_error if there is none.
  static event_loop &current() {
    if (!slot())
      throw loop_error("no event loop is running on this thread");
    return *slot();
  }

  const run_options &options() const noexcept { return options_; }
  debug_report &report() noexcept { return report_; }

  /// The time that timers go by.
  time_point now() const noexcept {
    return options_.virtual_clock ? virtual_now_ : clock::now();
  }

  /// The time when \p time will have passed; the last there is, if that is
  /// beyond.
  time_point after(duration time) const noexcept {
    const time_point begin = now();
    return time < time_point::max() - begin ? begin + time : time_point::max();
  }

  /// Calls \p f in a later turn of the loop.
  void call_soon(std::function<void()> f) {
    callbacks_.push_back(std::move(f));
    ready_.push_back(nullptr);
  }

  /// The same from any thread.
  void call_soon_threadsafe(std::function<void()> f) {
    std::lock_guard lock(posted_mutex_);
    posted_.push_back(std::move(f));
    const std::uint64_t one = 1;
    // It can only fail when the counter is full, and then the loop wakes
    // anyway.
    [[maybe_unused]] auto written = ::write(door_.get(), &one, sizeof one);
  }

  /// While one lives, the loop waits for a call from another thread, and a
  /// virtual clock stands still.
  class outside_work {
  public:
    explicit outside_work(event_loop &loop) : loop_(loop) { ++loop_.outside_; }
    outside_work(const outside_work &) = delete;
    outside_work &operator=(const outside_work &) = delete;
    ~outside_work() { --loop_.outside_; }

  private:
    event_loop &loop_;
  };

  /// Calls a function at a point in time, unless it is destroyed before. The
  /// function must not destroy the timer.
  class timer {
  public:
    timer(event_loop &loop, time_point when, std::function<void()> f)
        : loop_(loop), place_(loop.timers_.emplace(when, this)),
          function_(std::move(f)) {}
    timer(const timer &) = delete;
    timer &operator=(const timer &) = delete;
    ~timer() { disarm(); }

  private:
    friend event_loop;

    void disarm() noexcept {
      if (armed_)
        loop_.timers_.erase(place_);
      armed_ = false;
    }
    void expire() {
      disarm();
      function_();
    }

    event_loop &loop_;
    std::multimap<time_point, timer *>::iterator place_;
    bool armed_ = true;
    std::function<void()> function_;
  };

  /// Tells \p watcher about \p events of \p fd until unwatch.
  void watch(int fd, std::uint32_t events, detail::io_watcher *watcher) {
    epoll_event event{.events = events, .data = {.ptr = watcher}};
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) == -1)
      throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }

  void unwatch(int fd) noexcept {
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, fd, nullptr);
  }

  /// Turns the loop until \p done says so.
  template <class Predicate> void run_until(Predicate done) {
    while (!done())
      turn();
  }

  // For the runtime's own parts.

  /// Puts \p next last among what is ready.
  void make_ready(detail::runnable &next) { ready_.push_back(&next); }

  /// All activities that have not ended.
  std::list<std::shared_ptr<activity>> &live() noexcept { return live_; }

  /// Destroys what has not ended, where it stands. The newest first: it may use
  /// what an older one owns.
  void abandon_live() noexcept {
    while (!live_.empty())
      live_.pop_back();
  }

  /// The activity whose coroutines run now; null between two steps.
  activity *&stepping() noexcept { return stepping_; }

  /// The threads of to_thread, made by \p make when first needed.
  template <class Make> thread_pool &threads(Make make) {
    if (!threads_)
      threads_ = make();
    return *threads_;
  }

  /// Something outside of the loop works for one of its tasks.
  bool has_outside_work() const noexcept { return outside_ != 0; }

private:
  static event_loop *&slot() noexcept {
    static thread_local event_loop *loop = nullptr;
    return loop;
  }

  /// Runs what is ready now; what becomes ready meanwhile waits for the next
  /// turn.
  void turn() {
    poll();
    for (std::size_t n = ready_.size(); n != 0 && !ready_.empty(); --n) {
      detail::runnable *next = ready_.front();
      ready_.pop_front();
      if (next) {
        next->run();
        continue;
      }
      auto callback = std::move(callbacks_.front());
      callbacks_.pop_front();
      callback();
    }
  }

  /// Finds out what has become ready; waits if nothing else is to be done.
  void poll() {
    bool idle = ready_.empty();
    if (idle && options_.virtual_clock && outside_ == 0 && !timers_.empty()) {
      // What the kernel has for us comes first, then time passes.
      take_events(false);
      if (ready_.empty())
        virtual_now_ = std::max(virtual_now_, timers_.begin()->first);
      idle = false;
    } else if (idle || ++turns_ % turns_between_polls == 0) {
      if (idle && !options_.virtual_clock)
        idle = set_alarm();
      take_events(idle);
    }
    expire_timers();
  }

  /// Arms the timer descriptor for the first timer; false if that one is due.
  bool set_alarm() {
    if (timers_.empty() || timers_.begin()->first == alarm_)
      return timers_.empty() || alarm_ > clock::now();
    alarm_ = timers_.begin()->first;
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(
                          alarm_.time_since_epoch())
                          .count();
    const itimerspec at{.it_interval = {},
                        .it_value = {.tv_sec = left / 1'000'000'000,
                                     .tv_nsec = left % 1'000'000'000}};
    ::timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &at, nullptr);
    return alarm_ > clock::now();
  }

  void take_events(bool wait) {
    epoll_event events[64];
    const int count =
        ::epoll_wait(epoll_.get(), events, std::size(events), wait ? -1 : 0);
    for (int i = 0; i < count; ++i) {
      if (auto *watcher = static_cast<detail::io_watcher *>(events[i].data.ptr))
        watcher->on_events(events[i].events);
    }
    // The timer and the door only wake us; what they announce is looked for
    // below.
    std::uint64_t number;
    [[maybe_unused]] auto expired =
        ::read(timer_.get(), &number, sizeof number);
    if (::read(door_.get(), &number, sizeof number) != sizeof number)
      return;
    std::vector<std::function<void()>> posted;
    {
      std::lock_guard lock(posted_mutex_);
      posted.swap(posted_);
    }
    for (auto &f : posted)
      call_soon(std::move(f));
  }

  void expire_timers() {
    const time_point limit = now();
    while (!timers_.empty() && timers_.begin()->first <= limit)
      timers_.begin()->second->expire();
  }

  static constexpr unsigned turns_between_polls = 16;

  const run_options options_;
  debug_report report_;
  detail::unique_fd epoll_, timer_, door_;
  std::deque<detail::runnable *> ready_; // null: the first of callbacks_
  std::deque<std::function<void()>> callbacks_;
  std::multimap<time_point, timer *> timers_;
  time_point alarm_{};       // what the timer descriptor is set to
  time_point virtual_now_{}; // of the virtual clock
  std::size_t outside_ = 0;
  unsigned turns_ = 0;
  std::mutex posted_mutex_;
  std::vector<std::function<void()>> posted_;

  std::list<std::shared_ptr<activity>> live_; // all that have not finished
  activity *stepping_ = nullptr;         // the one whose coroutines run now
  std::shared_ptr<thread_pool> threads_; // of to_thread, made when first needed
};

} // namespace tide
