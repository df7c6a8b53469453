// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A queue between tasks, bounded or not.
#pragma once

#include <tide/activity.h>
#include <tide/errors.h>
#include <tide/event.h>

#include <concepts>
#include <coroutine>
#include <cstddef>
#include <deque>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

namespace tide {

/// Items in the order they were put, for getters in the order they came.
template <class T> class queue {
  class putter;
  class getter;

public:
  /// One with room for \p capacity items, or for any number: who puts more
  /// waits.
  explicit queue(std::size_t capacity = std::numeric_limits<std::size_t>::max())
      : capacity_(capacity) {
    if (capacity == 0)
      throw std::invalid_argument("a queue without room for an item");
    all_done_.set();
  }
  queue(const queue &) = delete;
  queue &operator=(const queue &) = delete;

  /// Awaited, waits for room and puts the item. Throws queue_closed.
  putter put(T item) { return putter(*this, std::move(item)); }

  /// Awaited, waits for an item and gives it; nullopt once the queue is closed
  /// and empty.
  getter get() noexcept { return getter(*this); }

  /// Puts the item if there is room; else leaves it alone and gives false.
  /// Throws queue_closed.
  template <std::convertible_to<T> U = T> bool try_put(U &&item) {
    if (closed_)
      throw queue_closed();
    if (items_.size() >= capacity_)
      return false;
    accept(T(std::forward<U>(item)));
    return true;
  }

  /// An item, if there is one now.
  std::optional<T> try_get() {
    if (items_.empty())
      return std::nullopt;
    std::optional<T> first(std::move(items_.front()));
    items_.pop_front();
    if (items_.size() < capacity_) {
      if (auto *next = static_cast<putter *>(putters_.wake_one()))
        accept(std::move(next->item_));
    }
    return first;
  }

  /// Says that the work on one item is done. Throws std::logic_error if that
  /// was said of all of them.
  void task_done() {
    if (unfinished_ == 0)
      throw std::logic_error("more items done than were put");
    if (--unfinished_ == 0)
      all_done_.set();
  }

  /// Awaited, waits until the work is done on every item that was put.
  event::waiter join() noexcept { return all_done_.wait(); }

  /// Takes no more items; those inside can still be had. Who waits to put or to
  /// get does not any more.
  void close() noexcept {
    closed_ = true;
    getters_.wake_all();
    while (auto *refused = putters_.wake_one())
      static_cast<putter *>(refused)->refused_ = true;
  }

  std::size_t size() const noexcept { return items_.size(); }
  bool closed() const noexcept { return closed_; }

private:
  void accept(T item) {
    if (!hand_over(item))
      items_.push_back(std::move(item));
    ++unfinished_;
    all_done_.clear();
  }

  /// Gives the item to the one that waits longest for one; false if nobody
  /// does.
  bool hand_over(T &item) {
    auto *first = static_cast<getter *>(getters_.wake_one());
    if (first)
      first->item_.emplace(std::move(item));
    return first;
  }

  class [[nodiscard]] putter final : public detail::wait_queue::entry {
  public:
    putter(queue &owner, T item)
        : entry(owner.putters_), owner_(owner), item_(std::move(item)) {}
    bool await_ready() {
      return this->interrupt_now() || owner_.try_put(std::move(item_));
    }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> coroutine) {
      this->suspend(coroutine);
    }
    void await_resume() const {
      this->throw_if_interrupted();
      if (refused_)
        throw queue_closed();
    }

  private:
    friend queue;

    queue &owner_;
    T item_;
    bool refused_ = false; // the queue was closed meanwhile
  };

  class [[nodiscard]] getter final : public detail::wait_queue::entry {
  public:
    explicit getter(queue &owner) noexcept
        : entry(owner.getters_), owner_(owner) {}
    ~getter() {
      // If it has one, the coroutine was destroyed before it could take it.
      if (item_ && !owner_.hand_over(*item_))
        owner_.items_.push_front(std::move(*item_));
    }
    bool await_ready() {
      return this->interrupt_now() || (item_ = owner_.try_get()) ||
             owner_.closed_;
    }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> coroutine) {
      this->suspend(coroutine);
    }
    std::optional<T> await_resume() {
      this->throw_if_interrupted();
      return std::exchange(item_, std::nullopt);
    }

  private:
    friend queue;

    queue &owner_;
    std::optional<T> item_;
  };

  const std::size_t capacity_;
  std::deque<T> items_;
  std::size_t unfinished_ = 0; // items that were put and not reported done
  bool closed_ = false;
  detail::wait_queue getters_; // none while there are items
  detail::wait_queue putters_; // none while there is room
  event all_done_;             // no item is unfinished
};

} // namespace tide
