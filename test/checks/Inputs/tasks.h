// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// More coroutine types that a project could have written itself, unknown to
// every rule file. What it means to drop one, and whether it can be awaited
// again, is told by their members alone. None is [[nodiscard]].
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <semaphore>
#include <utility>
#include <vector>

namespace own {

/// What the promises of all tasks have in common.
struct promise_base {
  std::coroutine_handle<> continuation = std::noop_coroutine();
  std::exception_ptr error;

  struct final_awaiter {
    bool await_ready() noexcept { return false; }
    template <typename P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> h) noexcept {
      return h.promise().continuation;
    }
    void await_resume() noexcept {}
  };

  final_awaiter final_suspend() noexcept { return {}; }
  void unhandled_exception() { error = std::current_exception(); }
  void rethrow() {
    if (error)
      std::rethrow_exception(error);
  }
};

/// The result of a coroutine.
template <typename T> struct returns {
  std::optional<T> value;
  void return_value(T v) { value = std::move(v); }
  T take() { return std::move(*value); }
  T copy() { return *value; }
};
template <> struct returns<void> {
  void return_void() {}
  void take() {}
  void copy() {}
};

/// The promises of tasks that wait to be awaited, and of those that run at once.
template <typename Task, typename T>
struct task_promise : promise_base, returns<T> {
  Task get_return_object() {
    using promise = typename Task::promise_type;
    return Task(std::coroutine_handle<promise>::from_promise(
        static_cast<promise &>(*this)));
  }
};
template <typename Task, typename T>
struct lazy_promise : task_promise<Task, T> {
  std::suspend_always initial_suspend() noexcept { return {}; }
};
template <typename Task, typename T>
struct eager_promise : task_promise<Task, T> {
  std::suspend_never initial_suspend() noexcept { return {}; }
};

/// How their tasks are awaited. What makes tasks different is how they own the
/// coroutine, which each does for itself.
template <typename Promise, typename T> class lazy_base {
public:
  using promise_type = Promise;

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

protected:
  lazy_base() = default;
  explicit lazy_base(std::coroutine_handle<Promise> h) : handle(h) {}

  std::coroutine_handle<Promise> handle;
};
template <typename Promise, typename T> class eager_base {
public:
  using promise_type = Promise;

  bool await_ready() const noexcept { return handle.done(); }
  void await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

protected:
  explicit eager_base(std::coroutine_handle<Promise> h) : handle(h) {}

  std::coroutine_handle<Promise> handle;
};

/// Runs when awaited; never, when dropped. May be empty.
template <typename T = void>
class lazy : public lazy_base<lazy_promise<lazy<T>, T>, T> {
  using base = lazy_base<lazy_promise<lazy<T>, T>, T>;
  using base::handle;

public:
  explicit lazy(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  lazy() = default;
  lazy(lazy &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  lazy &operator=(lazy &&other) noexcept {
    if (this != &other) {
      if (handle)
        handle.destroy();
      handle = std::exchange(other.handle, nullptr);
    }
    return *this;
  }
  ~lazy() {
    if (handle)
      handle.destroy();
  }

  /// Whether there is a coroutine, not whether it is done.
  explicit operator bool() const noexcept { return handle != nullptr; }
  bool valid() const noexcept { return handle != nullptr; }
  /// Runs it up to its first suspension without anybody waiting for it.
  void start() { handle.resume(); }
};

/// Runs when awaited for the first time; then the result can be awaited again.
template <typename T = void>
class done_aware : public lazy_base<lazy_promise<done_aware<T>, T>, T> {
  using base = lazy_base<lazy_promise<done_aware<T>, T>, T>;
  using base::handle;

public:
  explicit done_aware(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  done_aware(done_aware &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~done_aware() {
    if (handle)
      handle.destroy();
  }

  bool await_ready() const noexcept { return handle.done(); }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().copy();
  }
};

/// Runs when awaited; when dropped, nobody destroys its frame.
template <typename T = void>
class leaky : public lazy_base<lazy_promise<leaky<T>, T>, T> {
  using base = lazy_base<lazy_promise<leaky<T>, T>, T>;
  using base::handle;

public:
  explicit leaky(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  leaky(leaky &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
};

template <typename T = void> class shared;
template <typename T> struct shared_promise : lazy_promise<shared<T>, T> {
  int owners = 1;
};

/// Runs when the first of its copies is awaited; all give the same result.
template <typename T>
class shared : public lazy_base<shared_promise<T>, T> {
  using base = lazy_base<shared_promise<T>, T>;
  using base::handle;

public:
  explicit shared(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  shared(const shared &other) noexcept : base(other.handle) {
    ++handle.promise().owners;
  }
  shared &operator=(shared other) noexcept {
    std::swap(handle, other.handle);
    return *this;
  }
  ~shared() {
    if (--handle.promise().owners == 0)
      handle.destroy();
  }

  bool await_ready() const noexcept { return handle.done(); }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().copy();
  }
};

template <typename T = void> class eager;
template <typename T> struct detachable_promise : eager_promise<eager<T>, T> {
  bool detached = false;
  // A detached coroutine does not stop at its end, which destroys the frame.
  struct last_awaiter : promise_base::final_awaiter {
    bool detached;
    bool await_ready() noexcept { return detached; }
  };
  last_awaiter final_suspend() noexcept { return {{}, detached}; }
};

/// Runs at once; when dropped, it goes on alone.
template <typename T>
class eager : public eager_base<detachable_promise<T>, T> {
  using base = eager_base<detachable_promise<T>, T>;
  using base::handle;

public:
  explicit eager(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  eager(eager &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~eager() {
    if (!handle)
      return;
    if (handle.done())
      handle.destroy();
    else
      handle.promise().detached = true;
  }
};

/// Runs at once; when dropped, it ends where it is suspended.
template <typename T = void>
class cancelling : public eager_base<eager_promise<cancelling<T>, T>, T> {
  using base = eager_base<eager_promise<cancelling<T>, T>, T>;
  using base::handle;

public:
  explicit cancelling(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  cancelling(cancelling &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~cancelling() {
    if (handle)
      handle.destroy();
  }
};

template <typename T = void> class blocking;
template <typename T> struct signalling_promise : eager_promise<blocking<T>, T> {
  std::shared_ptr<std::binary_semaphore> done =
      std::make_shared<std::binary_semaphore>(0);
  struct last_awaiter {
    bool await_ready() noexcept { return false; }
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<signalling_promise> h) noexcept {
      auto next = h.promise().continuation;
      auto done = h.promise().done;
      done->release();
      return next;
    }
    void await_resume() noexcept {}
  };
  last_awaiter final_suspend() noexcept { return {}; }
};

/// Runs at once; when dropped, the thread waits until it is done.
template <typename T>
class blocking : public eager_base<signalling_promise<T>, T> {
  using base = eager_base<signalling_promise<T>, T>;
  using base::handle;

public:
  explicit blocking(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  blocking(blocking &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~blocking() {
    if (!handle)
      return;
    handle.promise().done->acquire();
    handle.destroy();
  }
};

/// Runs at once; must not be dropped before it is done.
template <typename T = void>
class terminating : public eager_base<eager_promise<terminating<T>, T>, T> {
  using base = eager_base<eager_promise<terminating<T>, T>, T>;
  using base::handle;

public:
  explicit terminating(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  terminating(terminating &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~terminating() {
    if (!handle)
      return;
    if (!handle.done())
      std::terminate();
    handle.destroy();
  }
};

/// Awaits one after the other.
template <typename... Ts> lazy<> when_all(Ts... tasks) {
  (co_await std::move(tasks), ...);
}
template <typename T> lazy<> when_all(std::vector<lazy<T>> tasks) {
  for (lazy<T> &task : tasks)
    co_await std::move(task);
}

/// A lock that is awaited; who has it holds a guard.
class mutex {
public:
  class [[nodiscard]] scoped_guard {
  public:
    explicit scoped_guard(mutex &m) : owner(&m) {}
    scoped_guard(scoped_guard &&other) noexcept
        : owner(std::exchange(other.owner, nullptr)) {}
    ~scoped_guard() {
      if (owner)
        owner->unlock();
    }

  private:
    mutex *owner;
  };

  class awaiter {
  public:
    explicit awaiter(mutex &m) : owner(m) {}
    bool await_ready() const noexcept {
      return !std::exchange(owner.locked, true);
    }
    void await_suspend(std::coroutine_handle<> h) {
      owner.waiting.push_back(h);
    }

  protected:
    mutex &owner;
  };
  struct lock_awaiter : awaiter {
    using awaiter::awaiter;
    scoped_guard await_resume() { return scoped_guard(owner); }
  };
  struct manual_awaiter : awaiter {
    using awaiter::awaiter;
    void await_resume() {}
  };

  lock_awaiter scoped_lock() { return lock_awaiter(*this); }
  /// To be unlocked by hand.
  manual_awaiter lock() { return manual_awaiter(*this); }
  void unlock() {
    if (waiting.empty()) {
      locked = false;
      return;
    }
    auto next = waiting.back();
    waiting.pop_back();
    next.resume();
  }

private:
  bool locked = false;
  std::vector<std::coroutine_handle<>> waiting;
};

/// Units of something limited, until the object is destroyed.
class semaphore {
public:
  class units {
  public:
    units(semaphore &from, int n) : owner(&from), count(n) {}
    units(units &&other) noexcept
        : owner(std::exchange(other.owner, nullptr)), count(other.count) {}
    units &operator=(units &&other) noexcept {
      std::swap(owner, other.owner);
      std::swap(count, other.count);
      return *this;
    }
    ~units() {
      if (owner)
        owner->release(count);
    }

  private:
    semaphore *owner;
    int count;
  };

  explicit semaphore(int n) : free(n) {}
  /// Takes n units once there are that many.
  lazy<units> get_units(int n) {
    while (free < n)
      co_await released{*this};
    free -= n;
    co_return units(*this, n);
  }

private:
  struct released {
    semaphore &owner;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> h) {
      owner.waiting.push_back(h);
    }
    void await_resume() const noexcept {}
  };

  void release(int n) {
    free += n;
    for (auto h : std::exchange(waiting, {}))
      h.resume();
  }

  int free;
  std::vector<std::coroutine_handle<>> waiting;
};

} // namespace own
