// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that block, run on other threads; and the way back from there.
#pragma once

#include <tide/signals.h>
#include <tide/task.h>

#include <algorithm>
#include <condition_variable>
#include <coroutine>
#include <csignal>
#include <cstddef>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tide {

/// Threads that run functions for tasks. It must outlive the tasks that wait.
class thread_pool {
public:
  /// At most \p threads, each started when it is first needed.
  explicit thread_pool(std::size_t threads) : limit_(threads) {
    if (threads == 0)
      throw std::invalid_argument("a thread pool without threads");
  }
  ~thread_pool() {
    {
      std::lock_guard lock(mutex_);
      closing_ = true;
    }
    changed_.notify_all();
    for (auto &thread : threads_)
      thread.join();
  }
  thread_pool(const thread_pool &) = delete;
  thread_pool &operator=(const thread_pool &) = delete;

  // For the runtime's own parts.

  /// Something that a thread does. It may be gone as soon as it has run.
  class job {
  public:
    virtual void run_on_thread() noexcept = 0;

  protected:
    ~job() = default;
  };

  /// Runs \p next when its turn comes.
  void submit(job &next) {
    std::lock_guard lock(mutex_);
    if (idle_ <= jobs_.size() && threads_.size() < limit_)
      add_thread();
    jobs_.push_back(&next);
    changed_.notify_one();
  }

private:
  /// Signals are for the loop's thread; only what the thread itself does wrong
  /// reaches it.
  void add_thread() {
    sigset_t signals;
    sigfillset(&signals);
    for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL})
      sigdelset(&signals, fault);
    const detail::signal_mask inherited(signals);
    threads_.emplace_back([this] { work(); });
  }

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      ++idle_;
      changed_.wait(lock, [&] { return closing_ || !jobs_.empty(); });
      --idle_;
      if (jobs_.empty())
        return;
      job &next = *jobs_.front();
      jobs_.pop_front();
      lock.unlock();
      next.run_on_thread();
      lock.lock();
    }
  }

  const std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<job *> jobs_;
  std::size_t idle_ = 0; // threads that wait for a job
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

namespace detail {

/// Waits while a thread runs a function. A request to stop is delivered when it
/// has returned: it cannot be stopped, and may use what the task's frame holds.
template <class F, class T = std::invoke_result_t<F &>>
class thread_awaiter final : public suspension, thread_pool::job {
public:
  thread_awaiter(thread_pool &pool, F &f) : pool_(pool), function_(f) {}

  bool await_ready() { return interrupt_now(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> coroutine) {
    suspend(coroutine);
    running_.emplace(loop_);
    pool_.submit(*this);
  }
  T await_resume() {
    throw_if_interrupted();
    if (activity::current().take_request())
      throw cancelled();
    if (error_)
      std::rethrow_exception(std::move(error_));
    if constexpr (!std::is_void_v<T>)
      return std::move(*result_);
  }

private:
  bool withdraw() noexcept override { return false; }

  void run_on_thread() noexcept override {
    try {
      if constexpr (std::is_void_v<T>)
        function_();
      else
        result_.emplace(function_());
    } catch (...) {
      error_ = std::current_exception();
    }
    loop_.call_soon_threadsafe([this] {
      running_.reset();
      wake();
    });
  }

  event_loop &loop_ = event_loop::current();
  thread_pool &pool_;
  F &function_;
  std::optional<event_loop::outside_work> running_;
  std::conditional_t<std::is_void_v<T>, std::monostate, std::optional<T>>
      result_;
  std::exception_ptr error_;
};

/// Runs \p work, and tells another thread how it ended.
template <class T> task<> run_for(task<T> work, std::promise<T> promise) {
  std::exception_ptr error;
  bool stopped = false;
  try {
    task<T> running = std::move(work);
    if constexpr (std::is_void_v<T>) {
      co_await std::move(running);
      promise.set_value();
    } else {
      promise.set_value(co_await std::move(running));
    }
  } catch (const cancelled &) {
    stopped = true;
  } catch (...) {
    error = std::current_exception();
  }
  // Not before the coroutine is gone: the other thread shall be the error's
  // only owner.
  if (error)
    promise.set_exception(std::move(error));
  if (stopped) {
    promise.set_exception(std::make_exception_ptr(cancelled()));
    throw cancelled();
  }
}

} // namespace detail

/// Runs \p f on one of \p pool's threads; gives what it gives, or throws what
/// it throws. The loop goes on meanwhile. Being cancelled, it waits until \p f
/// has returned, so \p f may use the caller's variables.
template <class F>
task<std::invoke_result_t<F &>> run_in(thread_pool &pool, F f) {
  co_return co_await detail::thread_awaiter<F>(pool, f);
}

/// The same on the threads that the loop keeps for this.
template <class F> task<std::invoke_result_t<F &>> to_thread(F f) {
  thread_pool &pool = event_loop::current().threads([] {
    return std::make_shared<thread_pool>(
        std::min(32U, std::thread::hardware_concurrency() + 4));
  });
  co_return co_await detail::thread_awaiter<F>(pool, f);
}

/// Runs \p work on \p loop, from any other thread. The future has its result
/// or its error, 'cancelled' included; it is broken if the loop ends before.
/// While \p loop has nothing else to do, an outside_work must keep it.
template <class T>
std::future<T> run_coroutine_threadsafe(event_loop &loop, task<T> work) {
  struct call {
    task<T> work;
    std::promise<T> promise;
  };
  auto made = std::make_shared<call>(call{std::move(work), {}});
  auto future = made->promise.get_future();
  loop.call_soon_threadsafe([made = std::move(made)] {
    std::string name = made->work.name();
    detail::start_activity(
        detail::run_for(std::move(made->work), std::move(made->promise)),
        std::move(name));
  });
  return future;
}

} // namespace tide
