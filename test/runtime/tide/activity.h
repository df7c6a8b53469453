// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What runs concurrently: a started task with all the coroutines it awaits, and
// the suspension point it stands at.
#pragma once

#include <tide/loop.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <coroutine>
#include <exception>
#include <list>
#include <memory>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

namespace tide {
namespace detail {

/// One coroutine's frame, as whoever resumes it sees it.
struct frame {
  std::coroutine_handle<> handle;
  std::source_location where; // the coroutine's own
  frame *awaiter = nullptr;   // goes on when this one ends
};

class suspension;

/// Told when an activity has ended.
class completion_observer {
public:
  virtual void on_completion(activity &ended) noexcept = 0;

protected:
  ~completion_observer() = default;
};

} // namespace detail

/// A started task: what asyncio calls a Task. One of its coroutines runs at a
/// time, resumed by run() and never by another coroutine: so the stack does not
/// grow, whatever the compiler makes of symmetric transfer.
class activity : public detail::runnable,
                 public std::enable_shared_from_this<activity> {
public:
  activity(const activity &) = delete;
  activity &operator=(const activity &) = delete;

  /// The one that runs now. Throws loop_error if there is none.
  static activity &current() {
    activity *running = event_loop::current().stepping();
    if (!running)
      throw loop_error("no task is running on this thread");
    return *running;
  }

  const std::string &name() const noexcept { return name_; }
  bool done() const noexcept { return done_; }

  /// Asks it to stop: 'cancelled' is thrown at the suspension point it stands
  /// at, else at the next one. A shield holds the request back.
  void cancel() { request_stop(outermost); }

  /// How many requests to stop were made and not taken back.
  int cancelling() const noexcept { return cancelling_; }

  /// Takes a request back that was dealt with; returns how many are left. When
  /// none is left, none will be delivered any more.
  int uncancel() noexcept {
    cancelling_ -= cancelling_ > 0;
    if (cancelling_ == 0) {
      interrupted_ = false;
      requests_.clear();
    }
    return cancelling_;
  }

  /// It ended by being cancelled.
  bool was_cancelled() const noexcept { return ended_cancelled_; }

  /// What it ended with, 'cancelled' included; null for a value. From now on
  /// debug mode takes the error to be dealt with.
  std::exception_ptr error() noexcept {
    error_seen_ = true;
    return error_;
  }

  /// Calls \p f soon after it ends.
  void add_done_callback(std::function<void()> f) {
    if (done_)
      return loop_.call_soon(std::move(f));
    done_callbacks_.push_back(std::move(f));
  }

  // For the runtime's own parts.

  /// The coroutine that run() resumes next, in this step.
  void continue_with(detail::frame &next) noexcept { next_ = &next; }

  /// Its first coroutine has ended.
  void end(std::exception_ptr error) noexcept;

  /// Destroys its coroutines where they stand.
  virtual void abandon() noexcept = 0;

  void add_observer(detail::completion_observer &observer) {
    observers_.push_back(&observer);
  }
  void remove_observer(detail::completion_observer &observer) noexcept {
    std::erase(observers_, &observer);
  }

  // How many shields are around the coroutine that runs.
  int shields() const noexcept { return shields_; }
  void enter_shield() noexcept { ++shields_; }
  void leave_shield() noexcept { --shields_; }

  /// The level of a request that no shield lets through.
  static constexpr int outermost = 0;

  /// Asks it to stop. The request reaches suspension points with at most
  /// \p level shields around them. \p maker may withdraw it.
  void request_stop(int level, const void *maker = nullptr);

  /// Delivers a request once more that came to nothing: an error went first.
  void request_again() {
    uncancel();
    request_stop(shields_);
  }

  /// Takes back the request of \p maker, unless it was delivered.
  void withdraw_request(const void *maker) noexcept {
    std::erase_if(requests_,
                  [&](const request &each) { return each.maker == maker; });
  }

  /// How many of the requests that were made are not held back here.
  int requests_let_through() const noexcept {
    return cancelling_ -
           static_cast<int>(std::count_if(
               requests_.begin(), requests_.end(),
               [&](const request &each) { return each.level < shields_; }));
  }

  /// Whether a request is to be delivered at this suspension point.
  bool has_request() const noexcept {
    return std::any_of(
        requests_.begin(), requests_.end(),
        [&](const request &each) { return each.level >= shields_; });
  }

  /// The same, and the caller delivers it: it throws 'cancelled'.
  bool take_request() noexcept {
    if (!has_request())
      return false;
    std::erase_if(requests_,
                  [&](const request &each) { return each.level >= shields_; });
    if (!std::exchange(interrupted_, true))
      interrupted_at_ = loop_.now();
    return true;
  }

protected:
  activity(event_loop &loop, std::string name)
      : loop_(loop), name_(std::move(name)) {}
  ~activity() {
    const bool loop_lives =
        event_loop::running() == &loop_; // a handle may outlive it
    if (error_ && !ended_cancelled_ && !error_seen_ && loop_lives)
      loop_.report().lost_errors.push_back({name_, message_of(error_)});
  }

  /// Puts it among the loop's, to run \p first soon.
  void start(detail::frame &first) {
    resumes_ = &first;
    auto &live = loop_.live();
    place_ = live.insert(live.end(), shared_from_this());
    auto &peak = loop_.report().peak_tasks;
    peak = std::max(peak, live.size());
    loop_.make_ready(*this);
  }

private:
  friend detail::suspension;

  /// A request to stop that was not yet delivered.
  struct request {
    int level;
    const void *maker; // null: nobody will withdraw it
  };

  void run() final;
  void resume(const detail::frame &frame);
  void leave() noexcept;

  event_loop &loop_;
  const std::string name_;
  std::list<std::shared_ptr<activity>>::iterator place_; // in loop_.live()

  detail::frame *next_ = nullptr;              // runs next in this step
  detail::frame *resumes_ = nullptr;           // runs first in the next step
  detail::suspension *suspended_at_ = nullptr; // null: it runs, or soon will

  std::vector<request> requests_;
  int cancelling_ = 0;
  int shields_ = 0;
  bool started_ = false;
  bool withdraws_ = false; // a request to stop is tried at suspended_at_
  bool interrupted_ =
      false; // 'cancelled' was thrown, and the request not taken back
  time_point interrupted_at_{};

  bool done_ = false;
  bool ended_cancelled_ = false;
  bool error_seen_ = false;
  std::exception_ptr error_;
  std::vector<detail::completion_observer *> observers_;
  std::vector<std::function<void()>> done_callbacks_;
};

namespace detail {

/// The base of what an activity can stand still at. It is the awaiter itself,
/// so it lives in the coroutine's frame until the activity goes on.
///
/// A derived class says in await_ready whether it need not wait, arranges in
/// await_suspend for wake() to be called, and in await_resume gives the result.
class suspension {
public:
  suspension() = default;
  suspension(const suspension &) = delete;
  suspension &operator=(const suspension &) = delete;

  /// A request to stop has come while it waits. True if it has stopped
  /// waiting, so that 'cancelled' can be thrown; false if it waits on.
  virtual bool withdraw() noexcept = 0;

  /// What it waited for has come: the activity goes on in a later turn.
  void wake() noexcept {
    activity &woken = *std::exchange(waiting_, nullptr);
    woken.suspended_at_ = nullptr;
    woken.loop_.make_ready(woken);
  }

protected:
  ~suspension() {
    if (waiting_)
      waiting_->suspended_at_ = nullptr;
  }

  /// For await_ready: the request to stop that waits for a suspension point is
  /// delivered at this one.
  bool interrupt_now() {
    return interrupted_ = activity::current().take_request();
  }

  /// For await_suspend: the activity stands still until wake().
  template <class Promise>
  void suspend(std::coroutine_handle<Promise> coroutine) {
    waiting_ = &activity::current();
    waiting_->resumes_ = &coroutine.promise();
    waiting_->suspended_at_ = this;
  }

  /// For await_resume.
  void throw_if_interrupted() const {
    if (interrupted_)
      throw cancelled();
  }

  bool is_waiting() const noexcept { return waiting_; }

private:
  friend activity;

  activity *waiting_ = nullptr;
  bool interrupted_ = false;
};

/// A request to stop that a scope makes to the coroutine it is in, and takes
/// back when it is left.
class own_request {
public:
  own_request() = default;
  own_request(const own_request &) = delete;
  own_request &operator=(const own_request &) = delete;
  ~own_request() { take_back(); }

  void make() {
    made_ = true;
    owner_.request_stop(level_, this);
  }

  /// True if it is why 'cancelled' leaves the scope, and nobody else asked.
  bool take_back() noexcept {
    if (!std::exchange(made_, false))
      return false;
    owner_.withdraw_request(this);
    owner_.uncancel();
    return owner_.requests_let_through() <= let_through_before_;
  }

private:
  activity &owner_ = activity::current();
  const int level_ = owner_.shields();
  const int let_through_before_ = owner_.requests_let_through();
  bool made_ = false;
};

/// Suspensions that wait for the same, first come, first served.
class wait_queue {
public:
  /// Waits in a queue until it is woken.
  class entry : public suspension {
  public:
    explicit entry(wait_queue &queue) : queue_(&queue) {}
    bool withdraw() noexcept override {
      if (queue_)
        std::erase(queue_->waiting_, this);
      return true;
    }

  protected:
    ~entry() {
      if (is_waiting())
        withdraw();
    }
    template <class Promise>
    void suspend(std::coroutine_handle<Promise> coroutine) {
      suspension::suspend(coroutine);
      queue_->waiting_.push_back(this);
    }

  private:
    friend wait_queue;

    wait_queue *queue_; // null: it is gone
  };

  wait_queue() = default;
  wait_queue(const wait_queue &) = delete;
  wait_queue &operator=(const wait_queue &) = delete;
  // What did not stop is destroyed in any order, those who wait last perhaps.
  ~wait_queue() {
    for (entry *left : waiting_)
      left->queue_ = nullptr;
  }

  bool empty() const noexcept { return waiting_.empty(); }

  /// Wakes the one that waits longest, and returns it; null if none waits.
  entry *wake_one() noexcept {
    if (waiting_.empty())
      return nullptr;
    entry *first = waiting_.front();
    waiting_.pop_front();
    first->wake();
    return first;
  }

  void wake_all() noexcept {
    while (wake_one()) {
    }
  }

private:
  std::deque<entry *> waiting_;
};

} // namespace detail

inline void activity::run() {
  loop_.stepping() = this;
  if (!std::exchange(started_, true) && take_request()) {
    end(std::make_exception_ptr(cancelled()));
  } else {
    next_ = std::exchange(resumes_, nullptr);
    while (next_)
      resume(*std::exchange(next_, nullptr));
  }
  loop_.stepping() = nullptr;
  if (done_)
    leave();
}

inline void activity::resume(const detail::frame &frame) {
  if (!loop_.options().debug)
    return frame.handle.resume();
  const std::source_location where =
      frame.where; // the frame may be gone afterwards
  const auto begin = clock::now();
  frame.handle.resume();
  const auto held = clock::now() - begin;
  if (held >= loop_.options().slow_step)
    loop_.report().stalls.push_back(
        {detail::coroutine_name(where),
         std::chrono::duration_cast<std::chrono::milliseconds>(held)});
}

inline void activity::end(std::exception_ptr error) noexcept {
  done_ = true;
  error_ = std::move(error);
  ended_cancelled_ = is_cancellation(error_);
  if (!error_ && interrupted_) {
    const auto went_on = loop_.now() - interrupted_at_;
    loop_.report().swallowed.push_back(
        {name_,
         std::chrono::duration_cast<std::chrono::milliseconds>(went_on)});
  }
}

/// Tells everybody that it has ended; the loop no longer keeps it.
inline void activity::leave() noexcept {
  const auto self = std::move(*place_);
  loop_.live().erase(place_);
  for (auto *observer : std::exchange(observers_, {}))
    observer->on_completion(*this);
  for (auto &f : std::exchange(done_callbacks_, {}))
    loop_.call_soon(std::move(f));
}

inline void activity::request_stop(int level, const void *maker) {
  if (done_)
    return;
  ++cancelling_;
  requests_.push_back({level, maker});
  // Handed on, a request may come back: from a task that waits for this one.
  if (!suspended_at_ || !has_request() || std::exchange(withdraws_, true))
    return;
  const bool withdrawn = suspended_at_->withdraw();
  withdraws_ = false;
  if (withdrawn) {
    take_request();
    suspended_at_->interrupted_ = true;
    suspended_at_->wake();
  }
}

} // namespace tide
