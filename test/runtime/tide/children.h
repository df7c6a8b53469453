// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Activities that end before the coroutine that started them: what gather,
// first_of and task groups are made of.
#pragma once

#include <tide/spawn.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <utility>

namespace tide::detail {

class children {
public:
  /// \p on_end is told of each child that has ended.
  explicit children(std::function<void(activity &)> on_end)
      : on_end_(std::move(on_end)) {}
  children(const children &) = delete;
  children &operator=(const children &) = delete;

  /// Starts a child; one that comes after cancel() is cancelled at once.
  template <class T>
  std::shared_ptr<activity_of<T>> start(task<T> work, std::string name = {}) {
    auto started = start_activity(std::move(work), std::move(name));
    running_.emplace_back(*this, started).begin(running_);
    if (cancelled_)
      started->cancel();
    return started;
  }

  /// Asks all children to stop, those to come included.
  void cancel() noexcept {
    cancelled_ = true;
    for (child &each : running_)
      each.cancel();
  }

  /// Waits until all have ended. A request to stop is handed on to them, and
  /// delivered when they have.
  class join_awaiter final : public suspension {
  public:
    explicit join_awaiter(children &joined) : joined_(joined) {}
    ~join_awaiter() { joined_.joiner_ = nullptr; }

    bool await_ready() const {
      if (activity::current().has_request())
        joined_.cancel();
      return joined_.running_.empty();
    }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> coroutine) {
      suspend(coroutine);
      joined_.joiner_ = this;
    }
    void await_resume() const {
      if (activity::current().take_request())
        throw cancelled();
    }

  private:
    bool withdraw() noexcept override {
      joined_.cancel();
      return false;
    }

    children &joined_;
  };
  join_awaiter join() { return join_awaiter(*this); }

private:
  /// One that runs, in the list that it leaves when it ends.
  class child final : completion_observer {
  public:
    child(children &siblings, std::shared_ptr<activity> started)
        : siblings_(siblings), activity_(std::move(started)) {}
    child(const child &) = delete;
    child &operator=(const child &) = delete;
    ~child() { activity_->remove_observer(*this); }

    void begin(std::list<child> &list) {
      place_ = std::prev(list.end());
      activity_->add_observer(*this);
    }
    void cancel() { activity_->cancel(); }

  private:
    void on_completion(activity &ended) noexcept override {
      siblings_.remove(place_, ended);
    }

    children &siblings_;
    const std::shared_ptr<activity> activity_;
    std::list<child>::iterator place_;
  };

  void remove(std::list<child>::iterator place, activity &ended) noexcept {
    running_.erase(place);
    on_end_(ended);
    if (running_.empty() && joiner_)
      std::exchange(joiner_, nullptr)->wake();
  }

  const std::function<void(activity &)> on_end_;
  std::list<child> running_;
  join_awaiter *joiner_ = nullptr;
  bool cancelled_ = false;
};

} // namespace tide::detail
