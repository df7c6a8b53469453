// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <folly/Executor.h>
#include <folly/Try.h>
#include <folly/Unit.h>
#include <folly/executors/TimedDrivableExecutor.h>
#include <utility>
#include <vector>

namespace folly {
using HighResDuration = std::chrono::microseconds;
class Timekeeper;
class FutureCancellation : public std::exception {};
template <typename T> class Future;
template <typename T> class SemiFuture;

namespace futures {
namespace detail {
template <typename T> class FutureBase {
public:
  bool isReady() const;
  bool hasValue() const;
  void cancel();
};
template <typename T> struct Awaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
} // namespace detail
SemiFuture<Unit> sleep(HighResDuration, Timekeeper * = nullptr);
template <typename T>
void detachOn(Executor::KeepAlive<> exec, SemiFuture<T> &&fut);
template <typename T> void detachOnGlobalCPUExecutor(SemiFuture<T> &&fut);
template <typename T> void detachWithoutExecutor(SemiFuture<T> &&fut);
} // namespace futures

template <typename T>
class SemiFuture : private futures::detail::FutureBase<T> {
public:
  using futures::detail::FutureBase<T>::cancel;
  using futures::detail::FutureBase<T>::hasValue;
  using futures::detail::FutureBase<T>::isReady;
  SemiFuture(SemiFuture &&) noexcept;
  SemiFuture &operator=(SemiFuture &&) noexcept;
  ~SemiFuture();
  T get() &&;
  T get(HighResDuration dur) &&;
  Try<T> getTry() &&;
  Try<T> getTry(HighResDuration dur) &&;
  SemiFuture<T> &wait() &;
  SemiFuture<T> &&wait() &&;
  bool wait(HighResDuration dur) &&;
  Future<T> via(Executor::KeepAlive<> executor) &&;
  SemiFuture<T> within(HighResDuration dur, Timekeeper *tk = nullptr) &&;
  template <typename F>
  auto deferValue(F &&func) && -> SemiFuture<decltype(func(std::declval<T>()))> {
    __builtin_trap();
  }
  futures::detail::Awaiter<T> operator co_await() &&;
};
template <typename T> class Future : private futures::detail::FutureBase<T> {
public:
  using futures::detail::FutureBase<T>::cancel;
  using futures::detail::FutureBase<T>::hasValue;
  using futures::detail::FutureBase<T>::isReady;
  Future(Future &&) noexcept;
  Future &operator=(Future &&) noexcept;
  ~Future();
  T get() &&;
  T get(HighResDuration dur) &&;
  Try<T> getTry() &&;
  Try<T> getTry(HighResDuration dur) &&;
  T getVia(DrivableExecutor *e) &&;
  T getVia(TimedDrivableExecutor *e, HighResDuration dur) &&;
  Try<T> getTryVia(DrivableExecutor *e) &&;
  Try<T> getTryVia(TimedDrivableExecutor *e, HighResDuration dur) &&;
  Future<T> &wait() &;
  Future<T> &&wait() &&;
  Future<T> &wait(HighResDuration dur) &;
  Future<T> &waitVia(DrivableExecutor *e) &;
  Future<T> &waitVia(TimedDrivableExecutor *e, HighResDuration dur) &;
  Future<T> via(Executor::KeepAlive<> executor) &&;
  Future<T> within(HighResDuration dur, Timekeeper *tk = nullptr) &&;
  SemiFuture<T> semi() &&;
  template <typename F>
  auto thenValue(F &&func) && -> Future<decltype(func(std::declval<T>()))> {
    __builtin_trap();
  }
  futures::detail::Awaiter<T> operator co_await() &&;
};
Future<Unit> via(Executor::KeepAlive<> executor);
template <typename F>
auto via(Executor::KeepAlive<>, F &&func) -> Future<decltype(func())> {
  __builtin_trap();
}
template <typename T> Future<T> makeFuture(T t);
template <typename T> SemiFuture<T> makeSemiFuture(T t);
template <typename F>
auto makeFutureWith(F &&func) -> Future<decltype(func())> {
  __builtin_trap();
}
template <typename F>
auto makeSemiFutureWith(F &&func) -> SemiFuture<decltype(func())> {
  __builtin_trap();
}
template <typename... Fs> SemiFuture<Unit> collectAll(Fs &&...fs);
template <typename... Fs> Future<Unit> collectAllUnsafe(Fs &&...fs);
template <typename... Fs> SemiFuture<Unit> collect(Fs &&...fs);
template <typename C> SemiFuture<Unit> collectAny(C &&c);
template <typename C> SemiFuture<Unit> collectAnyWithoutException(C &&c);
template <typename C> SemiFuture<Unit> collectN(C &&c, std::size_t n);
} // namespace folly
