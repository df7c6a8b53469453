// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The coroutine types of the tests: what a project could have written itself,
// unknown to every rule file.
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace co {

/// What the promises of lazy tasks have in common: start suspended, go on with
/// whoever awaits at the end.
struct lazy_promise {
  std::coroutine_handle<> continuation = std::noop_coroutine();

  struct final_awaiter {
    bool await_ready() noexcept { return false; }
    template <typename P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> h) noexcept {
      return h.promise().continuation;
    }
    void await_resume() noexcept {}
  };

  std::suspend_always initial_suspend() noexcept { return {}; }
  final_awaiter final_suspend() noexcept { return {}; }
  void unhandled_exception() { std::terminate(); }
};

/// Runs when awaited.
template <typename T = void> class [[nodiscard]] task {
public:
  struct promise_type : lazy_promise {
    std::optional<T> value;
    task get_return_object() {
      return task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    void return_value(T v) { value = std::move(v); }
  };

  explicit task(std::coroutine_handle<promise_type> h) : handle(h) {}
  task(task &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~task() {
    if (handle)
      handle.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  T await_resume() { return std::move(*handle.promise().value); }

private:
  std::coroutine_handle<promise_type> handle;
};

template <> class [[nodiscard]] task<void> {
public:
  struct promise_type : lazy_promise {
    task get_return_object() {
      return task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    void return_void() {}
  };

  explicit task(std::coroutine_handle<promise_type> h) : handle(h) {}
  task(task &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~task() {
    if (handle)
      handle.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  void await_resume() {}

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs at once; nobody waits for it.
struct detached {
  struct promise_type {
    detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

/// A synchronous generator: its body runs when it is iterated, on the thread of
/// whoever iterates, and cannot await.
template <typename T> class generator {
public:
  struct promise_type {
    const T *current = nullptr;
    generator get_return_object() {
      return generator(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(const T &value) noexcept {
      current = std::addressof(value);
      return {};
    }
    void await_transform() = delete;
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };

  struct sentinel {};
  struct iterator {
    std::coroutine_handle<promise_type> handle;
    iterator &operator++() {
      handle.resume();
      return *this;
    }
    const T &operator*() const { return *handle.promise().current; }
    bool operator==(sentinel) const { return handle.done(); }
  };

  explicit generator(std::coroutine_handle<promise_type> h) : handle(h) {}
  generator(generator &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  ~generator() {
    if (handle)
      handle.destroy();
  }

  iterator begin() {
    handle.resume();
    return {handle};
  }
  sentinel end() { return {}; }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Threads where blocking is fine, and the way back from them. That awaiting
/// `schedule()` moves the coroutine is said by rules alone.
struct hop {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
};
struct pool {
  hop schedule();
};
struct loop {
  hop schedule();
};

/// Something to await that is no task: an event of the loop.
struct event {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const noexcept {}
};

} // namespace co
