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

/// Runs when awaited; never, when dropped. May be empty.
template <typename T = void> class lazy {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_always initial_suspend() noexcept { return {}; }
    lazy get_return_object() {
      return lazy(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  lazy() = default;
  explicit lazy(std::coroutine_handle<promise_type> h) : handle(h) {}
  lazy(lazy &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
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

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs when awaited for the first time; then the result can be awaited again.
template <typename T = void> class done_aware {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_always initial_suspend() noexcept { return {}; }
    done_aware get_return_object() {
      return done_aware(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit done_aware(std::coroutine_handle<promise_type> h) : handle(h) {}
  done_aware(done_aware &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  ~done_aware() {
    if (handle)
      handle.destroy();
  }

  bool await_ready() const noexcept { return handle.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().copy();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs when awaited; when dropped, nobody destroys its frame.
template <typename T = void> class leaky {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_always initial_suspend() noexcept { return {}; }
    leaky get_return_object() {
      return leaky(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit leaky(std::coroutine_handle<promise_type> h) : handle(h) {}
  leaky(leaky &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs when the first of its copies is awaited; all give the same result.
template <typename T = void> class shared {
public:
  struct promise_type : promise_base, returns<T> {
    int owners = 1;
    std::suspend_always initial_suspend() noexcept { return {}; }
    shared get_return_object() {
      return shared(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit shared(std::coroutine_handle<promise_type> h) : handle(h) {}
  shared(const shared &other) noexcept : handle(other.handle) {
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
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
    return handle;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().copy();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs at once; when dropped, it goes on alone.
template <typename T = void> class eager {
public:
  struct promise_type : promise_base, returns<T> {
    bool detached = false;
    // A detached coroutine does not stop at its end, which destroys the frame.
    struct last_awaiter : final_awaiter {
      bool detached;
      bool await_ready() noexcept { return detached; }
    };
    std::suspend_never initial_suspend() noexcept { return {}; }
    last_awaiter final_suspend() noexcept { return {{}, detached}; }
    eager get_return_object() {
      return eager(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit eager(std::coroutine_handle<promise_type> h) : handle(h) {}
  eager(eager &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  ~eager() {
    if (!handle)
      return;
    if (handle.done())
      handle.destroy();
    else
      handle.promise().detached = true;
  }

  bool await_ready() const noexcept { return handle.done(); }
  void await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs at once; when dropped, it ends where it is suspended.
template <typename T = void> class cancelling {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_never initial_suspend() noexcept { return {}; }
    cancelling get_return_object() {
      return cancelling(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit cancelling(std::coroutine_handle<promise_type> h) : handle(h) {}
  cancelling(cancelling &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  ~cancelling() {
    if (handle)
      handle.destroy();
  }

  bool await_ready() const noexcept { return handle.done(); }
  void await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs at once; when dropped, the thread waits until it is done.
template <typename T = void> class blocking {
public:
  struct promise_type : promise_base, returns<T> {
    std::shared_ptr<std::binary_semaphore> done =
        std::make_shared<std::binary_semaphore>(0);
    struct last_awaiter {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<>
      await_suspend(std::coroutine_handle<promise_type> h) noexcept {
        auto next = h.promise().continuation;
        auto done = h.promise().done;
        done->release();
        return next;
      }
      void await_resume() noexcept {}
    };
    std::suspend_never initial_suspend() noexcept { return {}; }
    last_awaiter final_suspend() noexcept { return {}; }
    blocking get_return_object() {
      return blocking(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit blocking(std::coroutine_handle<promise_type> h) : handle(h) {}
  blocking(blocking &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  ~blocking() {
    if (!handle)
      return;
    handle.promise().done->acquire();
    handle.destroy();
  }

  bool await_ready() const noexcept { return handle.done(); }
  void await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

private:
  std::coroutine_handle<promise_type> handle;
};

/// Runs at once; must not be dropped before it is done.
template <typename T = void> class terminating {
public:
  struct promise_type : promise_base, returns<T> {
    std::suspend_never initial_suspend() noexcept { return {}; }
    terminating get_return_object() {
      return terminating(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  explicit terminating(std::coroutine_handle<promise_type> h) : handle(h) {}
  terminating(terminating &&other) noexcept
      : handle(std::exchange(other.handle, nullptr)) {}
  ~terminating() {
    if (!handle)
      return;
    if (!handle.done())
      std::terminate();
    handle.destroy();
  }

  bool await_ready() const noexcept { return handle.done(); }
  void await_suspend(std::coroutine_handle<> caller) {
    handle.promise().continuation = caller;
  }
  T await_resume() {
    handle.promise().rethrow();
    return handle.promise().take();
  }

private:
  std::coroutine_handle<promise_type> handle;
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

  class lock_awaiter {
  public:
    explicit lock_awaiter(mutex &m) : owner(m) {}
    bool await_ready() const noexcept {
      return !std::exchange(owner.locked, true);
    }
    void await_suspend(std::coroutine_handle<> h) {
      owner.waiting.push_back(h);
    }
    scoped_guard await_resume() { return scoped_guard(owner); }

  private:
    mutex &owner;
  };

  class manual_awaiter {
  public:
    explicit manual_awaiter(mutex &m) : owner(m) {}
    bool await_ready() const noexcept {
      return !std::exchange(owner.locked, true);
    }
    void await_suspend(std::coroutine_handle<> h) {
      owner.waiting.push_back(h);
    }
    void await_resume() {}

  private:
    mutex &owner;
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
