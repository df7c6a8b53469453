// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A scope that owns tasks: none of them outlives it.
#pragma once

#include <tide/children.h>
#include <tide/outcome.h>
#include <tide/time.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace tide {

class task_group;

/// Awaits \p body, a function of a task_group & that gives a task, then all
/// tasks that were spawned in the group. If any fails, the others and the body
/// are cancelled, and when they have ended an exception_group is thrown.
template <class Body, class T = detail::result_of<Body, task_group &>>
task<T> with_task_group(Body body);

class task_group {
public:
  task_group(const task_group &) = delete;
  task_group &operator=(const task_group &) = delete;

  /// Starts \p work. If it fails, the body and all others are cancelled.
  template <class T> handle<T> spawn(task<T> work, std::string name = {}) {
    return handle<T>(children_.start(std::move(work), std::move(name)));
  }

  /// Asks all tasks of the group to stop, not its body.
  void cancel() noexcept { children_.cancel(); }

private:
  template <class Body, class T> friend task<T> with_task_group(Body body);

  task_group() : children_([this](activity &ended) { on_end(ended); }) {}

  void on_end(activity &ended) noexcept {
    if (ended.was_cancelled() || !ended.error())
      return;
    errors_.push_back(ended.error());
    children_.cancel();
    if (body_runs_)
      stop_body_.make();
  }

  detail::children children_;
  std::vector<std::exception_ptr> errors_;
  bool body_runs_ = true;
  detail::own_request stop_body_;
};

template <class Body, class T> task<T> with_task_group(Body body) {
  task_group group;
  auto result = co_await settle(body(group));
  group.body_runs_ = false;
  bool stopped = is_cancellation(result.error());
  if (!result.ok() && !stopped)
    group.errors_.push_back(result.error());
  if (!result.ok())
    group.cancel();
  if (group.stop_body_.take_back())
    stopped = false; // by the group itself
  try {
    co_await group.children_.join();
  } catch (const cancelled &) {
    stopped = true;
  }

  if (!group.errors_.empty()) {
    if (stopped)
      activity::current().request_again();
    throw exception_group(std::move(group.errors_));
  }
  if (stopped)
    throw cancelled();
  co_return std::move(result).value();
}

} // namespace tide
