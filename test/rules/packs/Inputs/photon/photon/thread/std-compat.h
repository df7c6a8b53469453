// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread11.h"
#include <chrono>

namespace photon_std {
class thread {
public:
  thread() = default;
  thread(thread &&other) noexcept;
  template <typename Function, typename... Args>
  explicit thread(Function &&, Args &&...) {}
  ~thread();
  void join();
  void detach();
};
class mutex {
public:
  void lock();
  bool try_lock();
  void unlock();
};
template <typename Mutex> class unique_lock {
public:
  explicit unique_lock(Mutex &mutex);
  ~unique_lock();
};
template <typename Mutex> class lock_guard {
public:
  explicit lock_guard(Mutex &mutex);
  ~lock_guard();
};
class condition_variable {
public:
  void wait(unique_lock<mutex> &lock);
  void notify_one();
};
namespace this_thread {
template <class Rep, class Period>
void sleep_for(const std::chrono::duration<Rep, Period> &d);
template <class Clock, class Duration>
void sleep_until(const std::chrono::time_point<Clock, Duration> &t);
void yield();
} // namespace this_thread
} // namespace photon_std
