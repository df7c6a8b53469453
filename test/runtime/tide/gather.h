// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Awaiting several tasks at once. All have ended when the await has.
#pragma once

#include <tide/children.h>
#include <tide/outcome.h>

#include <cstddef>
#include <exception>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tide {
namespace detail {

template <class T> using kept = typename outcome<T>::kept_type;

template <class T> kept<T> take_result(activity_of<T> &ended) {
  if constexpr (std::is_void_v<T>)
    return ended.result(), kept<T>();
  else
    return std::move(ended.result());
}

/// Children of which the first that fails, or the first at all, stops the rest.
class contest {
public:
  enum class stops_at { nothing, error, first };

  explicit contest(stops_at when)
      : children_([this, when](activity &ended) { on_end(ended, when); }) {}

  template <class T> std::shared_ptr<activity_of<T>> start(task<T> work) {
    return children_.start(std::move(work));
  }
  template <class T>
  std::vector<std::shared_ptr<activity_of<T>>>
  start_all(std::vector<task<T>> &tasks) {
    std::vector<std::shared_ptr<activity_of<T>>> started;
    for (auto &each : tasks)
      started.push_back(start(std::move(each)));
    return started;
  }
  auto join() { return children_.join(); }

  /// The child that stopped the rest.
  const activity *decisive() const noexcept { return decisive_; }

  void rethrow_error() const {
    if (error_)
      std::rethrow_exception(error_);
  }

private:
  void on_end(activity &ended, stops_at when) noexcept {
    const std::exception_ptr error = ended.error();
    if (decisive_ || when == stops_at::nothing ||
        (when == stops_at::error && !error))
      return;
    decisive_ = &ended;
    error_ = error;
    children_.cancel();
  }

  children children_;
  const activity *decisive_ = nullptr;
  std::exception_ptr error_;
};

} // namespace detail

/// Runs \p tasks at once and gives their results in order. The first error
/// cancels the others, and is thrown when they have ended.
template <class... T>
task<std::tuple<detail::kept<T>...>> gather(task<T>... tasks) {
  detail::contest contest(detail::contest::stops_at::error);
  const std::tuple started{contest.start(std::move(tasks))...};
  co_await contest.join();
  contest.rethrow_error();
  co_return std::apply(
      [](auto &...each) {
        return std::tuple<detail::kept<T>...>(detail::take_result(*each)...);
      },
      started);
}

template <class T>
task<std::conditional_t<std::is_void_v<T>, void, std::vector<detail::kept<T>>>>
gather(std::vector<task<T>> tasks) {
  detail::contest contest(detail::contest::stops_at::error);
  const auto started = contest.start_all(tasks);
  co_await contest.join();
  contest.rethrow_error();
  if constexpr (!std::is_void_v<T>) {
    std::vector<T> results;
    for (auto &each : started)
      results.push_back(detail::take_result(*each));
    co_return results;
  }
}

/// Runs \p tasks at once and gives what each one ended with, in order;
/// asyncio's gather with return_exceptions.
template <class T>
task<std::vector<outcome<T>>> gather_settled(std::vector<task<T>> tasks) {
  detail::contest contest(detail::contest::stops_at::nothing);
  const auto started = contest.start_all(tasks);
  co_await contest.join();
  std::vector<outcome<T>> outcomes;
  for (auto &each : started) {
    if (auto error = each->error())
      outcomes.emplace_back(error);
    else
      outcomes.emplace_back(detail::take_result(*each));
  }
  co_return outcomes;
}

/// What first_of gives for tasks of one type.
template <class T> struct first_result {
  std::size_t index;
  detail::kept<T> value;
};

/// Runs \p tasks at once until the first of them has ended; the others are
/// cancelled. Gives its result when they have ended, or throws its error.
template <class T> task<first_result<T>> first_of(std::vector<task<T>> tasks) {
  if (tasks.empty())
    throw loop_error("there is no first of no tasks");
  detail::contest contest(detail::contest::stops_at::first);
  const auto started = contest.start_all(tasks);
  co_await contest.join();
  std::size_t index = 0;
  while (started[index].get() != contest.decisive())
    ++index;
  co_return first_result<T>{index, detail::take_result(*started[index])};
}

/// The same for tasks of several types: the variant's index tells which.
template <class... T>
task<std::variant<detail::kept<T>...>> first_of(task<T>... tasks) {
  using result = std::variant<detail::kept<T>...>;
  detail::contest contest(detail::contest::stops_at::first);
  const std::tuple started{contest.start(std::move(tasks))...};
  co_await contest.join();
  contest.rethrow_error();
  result first;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    auto take = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
      if (std::get<N>(started).get() == contest.decisive())
        first.template emplace<N>(detail::take_result(*std::get<N>(started)));
    };
    (take(std::integral_constant<std::size_t, I>()), ...);
  }(std::index_sequence_for<T...>());
  co_return first;
}

} // namespace tide
