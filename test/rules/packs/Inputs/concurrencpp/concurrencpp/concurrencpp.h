// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of concurrencpp
// 0.1.7; not the library. Templates that take a closure must have a body.
#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace concurrencpp {
namespace errors {
struct interrupted_task : std::runtime_error {
  using runtime_error::runtime_error;
};
struct broken_task : interrupted_task {
  using interrupted_task::interrupted_task;
};
struct runtime_shutdown : interrupted_task {
  using interrupted_task::interrupted_task;
};
} // namespace errors

namespace details {
template <typename T> struct awaiter_of {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};
struct promise_base {
  void unhandled_exception() noexcept;
};
template <typename T> struct returning : promise_base {
  void return_value(T);
};
template <> struct returning<void> : promise_base {
  void return_void();
};
template <typename Result, typename T> struct eager : returning<T> {
  Result get_return_object();
  std::suspend_never initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
};
} // namespace details

struct executor_tag {};
struct null_result {};
enum class result_status { idle, value, exception };

template <typename T> class result {
public:
  using promise_type = details::eager<result, T>;
  result() noexcept = default;
  result(result &&) noexcept = default;
  result &operator=(result &&) noexcept;
  explicit operator bool() const noexcept;
  result_status status() const;
  void wait() const;
  template <class R, class P>
  result_status wait_for(std::chrono::duration<R, P> duration) const;
  template <class C, class D>
  result_status wait_until(std::chrono::time_point<C, D> time) const;
  T get();
  details::awaiter_of<T> operator co_await();
  details::awaiter_of<result<T>> resolve();
};

template <typename T> class shared_result {
public:
  shared_result(result<T> rhs);
  result_status status() const;
  void wait();
  template <class R, class P>
  result_status wait_for(std::chrono::duration<R, P> duration);
  template <class C, class D>
  result_status wait_until(std::chrono::time_point<C, D> time);
  std::add_lvalue_reference_t<T> get();
  details::awaiter_of<std::add_lvalue_reference_t<T>> operator co_await();
  details::awaiter_of<shared_result<T>> resolve();
};

template <typename T> class lazy_result {
public:
  struct promise_type : details::returning<T> {
    lazy_result get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
  };
  lazy_result(lazy_result &&) noexcept;
  ~lazy_result() noexcept;
  result_status status() const;
  details::awaiter_of<T> operator co_await();
  details::awaiter_of<lazy_result<T>> resolve();
  result<T> run();
};

template <typename T> class generator {
public:
  struct promise_type {
    generator get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(T);
    void return_void();
    void unhandled_exception();
    template <typename U> std::suspend_never await_transform(U &&) = delete;
  };
  struct iterator {
    iterator &operator++();
    T &operator*() const;
    bool operator==(std::default_sentinel_t) const;
  };
  generator(generator &&) noexcept;
  ~generator() noexcept;
  iterator begin();
  std::default_sentinel_t end();
};

template <typename T> class result_promise {
public:
  result_promise();
  ~result_promise() noexcept;
  template <class... Args> void set_result(Args &&...args);
  template <class F, class... Args>
  void set_from_function(F &&callable, Args &&...args) noexcept {}
  result<T> get_result();
};
template <typename T, class... Args> result<T> make_ready_result(Args &&...);
template <typename T>
result<T> make_exceptional_result(std::exception_ptr exception);

class task {
public:
  task() noexcept;
  template <class F> task(F &&callable) {}
  task(task &&) noexcept;
  ~task() noexcept;
};

class executor {
public:
  executor(std::string_view name);
  virtual ~executor() noexcept;
  virtual void enqueue(concurrencpp::task task) = 0;
  virtual void enqueue(std::span<concurrencpp::task> tasks) = 0;
  virtual int max_concurrency_level() const noexcept = 0;
  virtual bool shutdown_requested() const = 0;
  virtual void shutdown() = 0;
  template <class F, class... Args> void post(F &&callable, Args &&...args) {}
  template <class F, class... Args>
  result<std::invoke_result_t<F, Args...>> submit(F &&callable,
                                                  Args &&...args) {
    return {};
  }
  template <class F> void bulk_post(std::span<F> callables);
  template <class F>
  std::vector<result<std::invoke_result_t<F>>>
  bulk_submit(std::span<F> callables);
};

template <class Concrete> struct derivable_executor : executor {
  derivable_executor(std::string_view name);
  template <class F, class... Args> void post(F &&callable, Args &&...args) {}
  template <class F, class... Args>
  result<std::invoke_result_t<F, Args...>> submit(F &&callable,
                                                  Args &&...args) {
    return {};
  }
  template <class F> void bulk_post(std::span<F> callables);
  template <class F>
  std::vector<result<std::invoke_result_t<F>>>
  bulk_submit(std::span<F> callables);
};

class inline_executor final : public executor {
public:
  void enqueue(concurrencpp::task task) override;
  void enqueue(std::span<concurrencpp::task> tasks) override;
  int max_concurrency_level() const noexcept override;
  bool shutdown_requested() const override;
  void shutdown() override;
};
class thread_pool_executor final
    : public derivable_executor<thread_pool_executor> {
public:
  void enqueue(concurrencpp::task task) override;
  void enqueue(std::span<concurrencpp::task> tasks) override;
  int max_concurrency_level() const noexcept override;
  bool shutdown_requested() const override;
  void shutdown() override;
};
class thread_executor final : public derivable_executor<thread_executor> {
public:
  void enqueue(concurrencpp::task task) override;
  void enqueue(std::span<concurrencpp::task> tasks) override;
  int max_concurrency_level() const noexcept override;
  bool shutdown_requested() const override;
  void shutdown() override;
};
class worker_thread_executor final
    : public derivable_executor<worker_thread_executor> {
public:
  void enqueue(concurrencpp::task task) override;
  void enqueue(std::span<concurrencpp::task> tasks) override;
  int max_concurrency_level() const noexcept override;
  bool shutdown_requested() const override;
  void shutdown() override;
};
class manual_executor final : public derivable_executor<manual_executor> {
public:
  manual_executor();
  void enqueue(concurrencpp::task task) override;
  void enqueue(std::span<concurrencpp::task> tasks) override;
  int max_concurrency_level() const noexcept override;
  bool shutdown_requested() const override;
  void shutdown() override;
  std::size_t size() const;
  bool empty() const;
  bool loop_once();
  bool loop_once_for(std::chrono::milliseconds time);
  template <class C, class D>
  bool loop_once_until(std::chrono::time_point<C, D> time);
  std::size_t loop(std::size_t max_count);
  std::size_t loop_for(std::size_t max_count, std::chrono::milliseconds time);
  template <class C, class D>
  std::size_t loop_until(std::size_t max_count,
                         std::chrono::time_point<C, D> time);
  void wait_for_task();
  bool wait_for_task_for(std::chrono::milliseconds time);
  template <class C, class D>
  bool wait_for_task_until(std::chrono::time_point<C, D> time);
  void wait_for_tasks(std::size_t count);
  std::size_t wait_for_tasks_for(std::size_t count,
                                 std::chrono::milliseconds time);
  template <class C, class D>
  std::size_t wait_for_tasks_until(std::size_t count,
                                   std::chrono::time_point<C, D> time);
};

template <class E>
details::awaiter_of<void> resume_on(std::shared_ptr<E> executor);
template <class E> details::awaiter_of<void> resume_on(E &executor) noexcept;
template <class E, class... R>
lazy_result<std::tuple<R...>> when_all(std::shared_ptr<E> executor,
                                       R &&...results);
template <class E, class... R>
lazy_result<std::tuple<R...>> when_any(std::shared_ptr<E> executor,
                                       R &&...results);

class timer {
public:
  timer() noexcept = default;
  ~timer() noexcept;
  void cancel();
};
class timer_queue {
public:
  ~timer_queue() noexcept;
  void shutdown();
  bool shutdown_requested() const noexcept;
  template <class F, class... Args>
  timer
  make_timer(std::chrono::milliseconds due, std::chrono::milliseconds frequency,
             std::shared_ptr<executor> executor, F &&callable, Args &&...args) {
    return {};
  }
  template <class F, class... Args>
  timer make_one_shot_timer(std::chrono::milliseconds due,
                            std::shared_ptr<executor> executor, F &&callable,
                            Args &&...args) {
    return {};
  }
  lazy_result<void> make_delay_object(std::chrono::milliseconds due,
                                      std::shared_ptr<executor> executor);
};

class scoped_async_lock;
class async_lock {
public:
  ~async_lock() noexcept;
  lazy_result<scoped_async_lock> lock(std::shared_ptr<executor> executor);
  lazy_result<bool> try_lock();
  void unlock();
};
class scoped_async_lock {
public:
  scoped_async_lock(scoped_async_lock &&) noexcept;
  ~scoped_async_lock() noexcept;
  lazy_result<void> lock(std::shared_ptr<executor> executor);
  void unlock();
};
class async_condition_variable {
public:
  ~async_condition_variable() noexcept;
  lazy_result<void> await(std::shared_ptr<executor> executor,
                          scoped_async_lock &lock);
  template <class F>
  lazy_result<void> await(std::shared_ptr<executor> executor,
                          scoped_async_lock &lock, F predicate) {
    return await(executor, lock);
  }
  void notify_one();
  void notify_all();
};

class runtime {
public:
  runtime();
  ~runtime() noexcept;
  std::shared_ptr<concurrencpp::timer_queue> timer_queue() const noexcept;
  std::shared_ptr<concurrencpp::inline_executor>
  inline_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_pool_executor>
  thread_pool_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_pool_executor>
  background_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_executor>
  thread_executor() const noexcept;
  std::shared_ptr<concurrencpp::worker_thread_executor>
  make_worker_thread_executor();
  std::shared_ptr<concurrencpp::manual_executor> make_manual_executor();
};
} // namespace concurrencpp

template <class... Args>
struct std::coroutine_traits<concurrencpp::null_result, Args...> {
  struct promise_type : concurrencpp::details::returning<void> {
    concurrencpp::null_result get_return_object() noexcept;
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
  };
};
