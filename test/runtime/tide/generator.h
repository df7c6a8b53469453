// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asynchronous generators: they await between the items that they yield.
#pragma once

#include <tide/outcome.h>
#include <tide/time.h>

#include <coroutine>
#include <exception>
#include <optional>
#include <source_location>
#include <utility>

namespace tide {

/// Thrown out of a generator's co_yield when no more items are wanted. Like
/// 'cancelled', it is caught only to clean up, and then goes on.
struct generator_closed {};

/// A sequence of items, each one computed when it is asked for.
///
/// One that is dropped half way cannot await its cleanup: close() it, or let
/// with_closing or for_each do so.
template <class T> class [[nodiscard]] async_generator {
public:
  class promise_type : public detail::frame {
  public:
    /// Gives control back to who asked for an item.
    struct hand_back {
      const promise_type &promise;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) const noexcept {
        activity::current().continue_with(*promise.awaiter);
      }
      void await_resume() const noexcept {}
    };
    struct yield : hand_back {
      void await_resume() const {
        if (this->promise.closing_)
          throw generator_closed();
      }
    };

    async_generator get_return_object(
        std::source_location here = std::source_location::current()) {
      this->handle = std::coroutine_handle<promise_type>::from_promise(*this);
      this->where = here;
      return async_generator(*this);
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    hand_back final_suspend() const noexcept { return {*this}; }
    yield yield_value(T item) {
      item_.emplace(std::move(item));
      return {{*this}};
    }
    void return_void() const noexcept {}
    void unhandled_exception() noexcept {
      try {
        throw;
      } catch (const generator_closed &) {
      } catch (...) {
        error_ = std::current_exception();
      }
    }

  private:
    friend async_generator;

    std::optional<T> item_; // yielded, not yet taken
    std::exception_ptr error_;
    bool begun_ = false;
    bool closing_ = false;
  };

  async_generator(async_generator &&other) noexcept
      : promise_(std::exchange(other.promise_, nullptr)) {}
  async_generator &operator=(async_generator other) noexcept {
    std::swap(promise_, other.promise_);
    return *this;
  }
  ~async_generator() {
    if (!promise_)
      return;
    event_loop *loop = event_loop::running();
    if (loop && promise_->begun_ && !promise_->handle.done())
      loop->report().unfinished.push_back(
          detail::coroutine_name(promise_->where));
    promise_->handle.destroy();
  }

  /// Runs the generator up to its next item.
  class next_awaiter {
  public:
    explicit next_awaiter(promise_type &promise) noexcept : promise_(promise) {}
    bool await_ready() const noexcept { return promise_.handle.done(); }
    template <std::derived_from<detail::frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> caller) const {
      promise_.begun_ = true;
      promise_.awaiter = &caller.promise();
      activity::current().continue_with(promise_);
    }
    std::optional<T> await_resume() const {
      if (promise_.error_)
        std::rethrow_exception(std::exchange(promise_.error_, nullptr));
      return std::exchange(promise_.item_, std::nullopt);
    }

  private:
    promise_type &promise_;
  };

  /// The next item; none after the last.
  next_awaiter next() noexcept { return next_awaiter(*promise_); }

  /// Ends the generator where it stands, and awaits its cleanup.
  task<> close() {
    promise_->closing_ = true;
    if (!promise_->begun_ || promise_->handle.done())
      co_return;
    // Not awaited in the condition: g++ 12 then loses the coroutine.
    const std::optional<T> another = co_await next();
    if (another)
      throw loop_error("'" + detail::coroutine_name(promise_->where) +
                       "' yielded an item after it was closed");
  }

private:
  explicit async_generator(promise_type &promise) noexcept
      : promise_(&promise) {}

  promise_type *promise_;
};

/// Awaits \p body, a function of the generator that gives a task, and then
/// closes the generator whatever the body ended with.
template <class T, class Body,
          class Result = detail::result_of<Body, async_generator<T> &>>
task<Result> with_closing(async_generator<T> generator, Body body) {
  auto result = co_await settle(body(generator));
  co_await generator.close();
  co_return std::move(result).value();
}

/// Awaits \p body, a function of an item that gives a task<>, for each item.
template <class T, class Body>
task<> for_each(async_generator<T> generator, Body body) {
  co_await with_closing(std::move(generator),
                        [&](async_generator<T> &items) -> task<> {
                          while (auto item = co_await items.next())
                            co_await body(std::move(*item));
                        });
}

} // namespace tide
