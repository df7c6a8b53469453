// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"
#include <functional>
#include <future>
#include <tuple>
#include <type_traits>

namespace tmc {
template <typename Awaitable, typename Result = void>
class [[nodiscard]] aw_spawn
    : public detail::run_on_mixin<aw_spawn<Awaitable, Result>>,
      public detail::resume_on_mixin<aw_spawn<Awaitable, Result>>,
      public detail::with_priority_mixin<aw_spawn<Awaitable, Result>> {
public:
  aw_spawn(Awaitable &&Task);
  aw_spawn(aw_spawn &&) noexcept;
  ~aw_spawn() noexcept;
  detail::awaiter<Result> operator co_await() && noexcept;
  detail::awaiter<Result> fork() &&;
  void detach();
};
template <typename Awaitable>
aw_spawn<Awaitable, typename std::decay_t<Awaitable>::result_type> spawn(Awaitable &&Task);

template <typename Result>
class [[nodiscard]] aw_spawn_many
    : public detail::run_on_mixin<aw_spawn_many<Result>>,
      public detail::resume_on_mixin<aw_spawn_many<Result>>,
      public detail::with_priority_mixin<aw_spawn_many<Result>> {
public:
  aw_spawn_many(aw_spawn_many &&) noexcept;
  ~aw_spawn_many() noexcept;
  detail::awaiter<Result> operator co_await() && noexcept;
  detail::awaiter<Result> fork() &&;
  void detach();
};
template <typename Range> aw_spawn_many<void> spawn_many(Range &&range);
template <typename Iterator>
aw_spawn_many<void> spawn_many(Iterator &&begin, std::size_t count);

template <typename... Awaitable>
class [[nodiscard]] aw_spawn_tuple
    : public detail::run_on_mixin<aw_spawn_tuple<Awaitable...>>,
      public detail::resume_on_mixin<aw_spawn_tuple<Awaitable...>>,
      public detail::with_priority_mixin<aw_spawn_tuple<Awaitable...>> {
public:
  aw_spawn_tuple(aw_spawn_tuple &&) noexcept;
  ~aw_spawn_tuple() noexcept;
  detail::awaiter<std::tuple<typename Awaitable::result_type...>>
  operator co_await() && noexcept;
  void detach();
};
template <typename... Awaitable>
aw_spawn_tuple<Awaitable...> spawn_tuple(Awaitable &&...awaitables);

template <typename Result>
class [[nodiscard]] aw_spawn_func
    : public detail::run_on_mixin<aw_spawn_func<Result>>,
      public detail::resume_on_mixin<aw_spawn_func<Result>>,
      public detail::with_priority_mixin<aw_spawn_func<Result>> {
public:
  aw_spawn_func() noexcept;
  aw_spawn_func(aw_spawn_func &&) noexcept;
  ~aw_spawn_func() noexcept;
  detail::awaiter<Result> operator co_await() && noexcept;
  detail::awaiter<Result> fork() &&;
  void detach();
};
template <typename Func, typename... Arguments>
auto spawn_func(Func &&, Arguments &&...) {
  return aw_spawn_func<std::invoke_result_t<Func, Arguments...>>();
}

template <std::size_t MaxCount, typename Result>
class [[nodiscard]] aw_fork_group
    : public detail::resume_on_mixin<aw_fork_group<MaxCount, Result>> {
public:
  aw_fork_group(aw_fork_group &&) noexcept;
  ~aw_fork_group() noexcept;
  template <typename Awaitable, typename Exec = ex_any *>
  void fork(Awaitable &&, Exec && = nullptr, std::size_t = 0);
  detail::awaiter<Result> operator co_await() && noexcept;
};
template <std::size_t MaxCount = 0, typename Result = void>
aw_fork_group<MaxCount, Result> fork_group();

template <std::size_t MaxCount, typename Awaitable>
class [[nodiscard]] aw_spawn_group
    : public detail::run_on_mixin<aw_spawn_group<MaxCount, Awaitable>> {
public:
  aw_spawn_group(aw_spawn_group &&) noexcept;
  ~aw_spawn_group() noexcept;
  void add(Awaitable &&Aw);
  detail::awaiter<void> operator co_await() && noexcept;
};
template <std::size_t MaxCount = 0, typename Awaitable = task<void>>
aw_spawn_group<MaxCount, Awaitable> spawn_group();

template <typename A, typename C> class cancellable {
public:
  cancellable(A &&Aw, C &&Cancel);
};
template <typename... Awaitable, typename... Canceller>
task<int> select(cancellable<Awaitable, Canceller>... Pairs);
} // namespace tmc
