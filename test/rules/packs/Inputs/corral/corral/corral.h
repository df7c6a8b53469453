// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of corral of August
// 2026; not the library.
#pragma once

#include "corral/Task.h"
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

namespace corral {
static constexpr detail::JoinTag join{};
static constexpr detail::CancelTag cancel{};

template <class Policy> class BasicNursery {
public:
  struct Factory {
    template <typename Callable> detail::Awaiter<void> operator%(Callable) {
      return {};
    }
  };
  template <class Callable, class... Args> void start(Callable, Args...) {}
  void cancel();
  unsigned taskCount() const noexcept;
};
struct DefaultErrorPolicy;
using Nursery = BasicNursery<DefaultErrorPolicy>;
#define CORRAL_WITH_NURSERY(argname)                                           \
  co_yield ::corral::Nursery::Factory{} %                                      \
      [&](::corral::Nursery & argname)                                         \
          -> ::corral::Task<::corral::detail::NurseryBodyRetval>

template <class Policy>
class BasicUnsafeNursery final : public BasicNursery<Policy> {
public:
  template <class EventLoopT>
  explicit BasicUnsafeNursery(EventLoopT &&eventLoop);
  ~BasicUnsafeNursery();
  void close();
  detail::Awaiter<void> join();
};
using UnsafeNursery = BasicUnsafeNursery<DefaultErrorPolicy>;

namespace detail {
template <typename Awaitable>
using ResultOf = decltype(std::declval<Awaitable>().operator co_await().await_resume());
}

template <class EventLoop, class Awaitable>
detail::ResultOf<Awaitable> run(EventLoop &eventLoop, Awaitable &&awaitable);

template <class... Ts>
detail::Awaiter<std::tuple<std::optional<int>>> anyOf(Ts &&...awaitables);
template <class... Ts> detail::Awaiter<std::tuple<int>> allOf(Ts &&...awaitables);
template <class... Ts>
detail::Awaiter<std::tuple<std::optional<int>>> mostOf(Ts &&...awaitables);

struct Yield {
  detail::Awaiter<void> operator co_await() const;
};
static constexpr Yield yield;
template <class Callable> auto yieldToRun(Callable) {
  return detail::Awaiter<std::invoke_result_t<Callable>>{};
}

template <class Awaitable> auto noncancellable(Awaitable awaitable) {
  return awaitable.operator co_await();
}
template <class Awaitable> auto disposable(Awaitable awaitable) {
  return awaitable.operator co_await();
}
template <class Awaitable>
detail::Awaiter<void> untilCancelledAnd(Awaitable &&awaitable);

class Semaphore {
public:
  class [[nodiscard]] Lock {
  public:
    Lock(Lock &&) noexcept;
    ~Lock();
  };
  explicit Semaphore(std::size_t initial = 1);
  [[nodiscard]] detail::Awaiter<void> acquire();
  [[nodiscard]] detail::Awaiter<Lock> lock();
  bool tryAcquire() noexcept;
  void release();
};

class Event {
public:
  void trigger();
  bool triggered() const noexcept;
  detail::Awaiter<void> operator co_await();
};

template <typename T> class Channel {
public:
  Channel();
  explicit Channel(std::size_t maxSize);
  [[nodiscard]] detail::Awaiter<std::optional<T>> receive();
  std::optional<T> tryReceive();
  template <typename U> [[nodiscard]] detail::Awaiter<bool> send(U &&value);
  template <typename U> bool trySend(U &&value);
};

template <class... Ts> class CBPortal {};
template <class InitiateFn, class... Portals>
detail::Awaiter<void> untilCBCalled(InitiateFn &&, Portals &&...) {
  return {};
}

class DegenerateThreadPool {
public:
  template <class F, class... Args> auto run(F &&, Args &&...) {
    return detail::Awaiter<std::invoke_result_t<F, Args...>>{};
  }
};
} // namespace corral
