// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libcoro 0.16;
// not the library. Templates that take a closure must have a body.
#pragma once

#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>
#include <version>
#ifdef __cpp_lib_jthread
#include <stop_token>
#endif

namespace coro {
namespace detail {
template <typename T> struct awaiter_of {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};
struct promise_base {
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
};
template <typename T> struct promise : promise_base {
  void return_value(T);
};
template <> struct promise<void> : promise_base {
  void return_void();
};
} // namespace detail

template <typename T = void> class [[nodiscard]] task {
public:
  struct promise_type : detail::promise<T> {
    task get_return_object();
  };
  task(task &&) noexcept;
  ~task();
  bool resume();
  bool is_ready() const noexcept;
  detail::awaiter_of<T> operator co_await() const noexcept;
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
    void await_transform() = delete;
  };
  struct iterator {
    iterator &operator++();
    T &operator*() const;
    bool operator==(std::default_sentinel_t) const;
  };
  iterator begin();
  std::default_sentinel_t end();
};

template <typename T, typename E> class expected {
public:
  T *operator->();
  T &operator*();
  explicit operator bool() const;
  bool has_value() const;
  T &value();
  E &error();
};

template <typename Awaitable>
auto sync_wait(Awaitable &&a) -> decltype(a.operator co_await().await_resume());
template <typename... Awaitable>
auto when_all(Awaitable... a) -> task<std::tuple<Awaitable...>>;
template <typename T>
auto when_all(std::vector<task<T>> a) -> task<std::vector<task<T>>>;
#ifdef __cpp_lib_jthread
template <typename... Awaitable>
auto when_any(std::stop_source, Awaitable... a) -> task<std::size_t>;
#endif
template <typename... Awaitable>
auto when_any(Awaitable... a) -> task<std::size_t>;
template <typename F, typename... Args>
auto invoke(F functor, Args... args) -> decltype(functor(args...)) {
  __builtin_trap();
}

class event {
public:
  using awaiter = detail::awaiter_of<void>;
  bool is_set() const noexcept;
  void set() noexcept;
  void reset() noexcept;
  awaiter operator co_await() const noexcept;
};

class latch {
public:
  explicit latch(std::int64_t count) noexcept;
  bool is_ready() const noexcept;
  void count_down(std::int64_t n = 1) noexcept;
  event::awaiter operator co_await() const noexcept;
};

class mutex;
class scoped_lock {
public:
  explicit scoped_lock(mutex &);
  scoped_lock(scoped_lock &&) noexcept;
  ~scoped_lock();
  void unlock();
};
class mutex {
public:
  explicit mutex() noexcept;
  [[nodiscard]] detail::awaiter_of<coro::scoped_lock> scoped_lock();
  [[nodiscard]] detail::awaiter_of<void> lock();
  bool try_lock();
  void unlock();
};

template <typename Executor> class shared_mutex {
public:
  explicit shared_mutex(std::unique_ptr<Executor> &e);
  [[nodiscard]] task<void> lock_shared();
  [[nodiscard]] task<void> lock();
  [[nodiscard]] task<void> unlock();
};

enum class semaphore_acquire_result { acquired, shutdown };
template <std::ptrdiff_t Max> class semaphore {
public:
  explicit semaphore(std::ptrdiff_t start);
  ~semaphore();
  [[nodiscard]] task<semaphore_acquire_result> acquire();
  [[nodiscard]] task<void> release();
  [[nodiscard]] task<void> shutdown() noexcept;
};

enum class queue_produce_result { produced, stopped };
enum class queue_consume_result { empty, stopped, try_lock_failure };
template <typename T> class queue {
public:
  queue();
  ~queue();
  task<queue_produce_result> push(const T &element);
  template <class... Args> task<queue_produce_result> emplace(Args &&...);
  [[nodiscard]] task<expected<T, queue_consume_result>> pop();
  [[nodiscard]] expected<T, queue_consume_result> try_pop();
  task<void> shutdown();
  template <typename Executor>
  task<void> shutdown_drain(std::unique_ptr<Executor> &e);
};

namespace ring_buffer_result {
enum class produce { produced, notified, stopped };
enum class consume { notified, stopped };
} // namespace ring_buffer_result
template <typename T, std::size_t N> class ring_buffer {
public:
  ring_buffer();
  ~ring_buffer();
  [[nodiscard]] task<ring_buffer_result::produce> produce(T e);
  [[nodiscard]] task<expected<T, ring_buffer_result::consume>> consume();
  task<void> shutdown();
  template <typename Executor>
  task<void> shutdown_drain(std::unique_ptr<Executor> &e);
};

class condition_variable {
public:
  using predicate_type = std::function<bool()>;
  task<void> notify_one();
  task<void> notify_all();
  [[nodiscard]] detail::awaiter_of<void> wait(scoped_lock &lock);
  [[nodiscard]] detail::awaiter_of<void> wait(scoped_lock &lock,
                                              predicate_type predicate);
  template <class Executor, class R, class P>
  [[nodiscard]] detail::awaiter_of<std::cv_status>
  wait_for(std::unique_ptr<Executor> &e, scoped_lock &lock,
           std::chrono::duration<R, P> d);
  template <class Executor, class C, class D>
  detail::awaiter_of<std::cv_status>
  wait_until(std::unique_ptr<Executor> &e, scoped_lock &lock,
             std::chrono::time_point<C, D> t);
};

class thread_pool {
  struct private_constructor {
    explicit private_constructor() = default;
  };

public:
  class schedule_operation {
  public:
    bool await_ready() noexcept;
    void await_suspend(std::coroutine_handle<>) noexcept;
    void await_resume() noexcept;
  };
  struct options {
    std::uint32_t thread_count = 1;
    std::function<void(std::size_t)> on_thread_start_functor = nullptr;
    std::function<void(std::size_t)> on_thread_stop_functor = nullptr;
  };
  explicit thread_pool(options &&opts, private_constructor);
  static std::unique_ptr<thread_pool> make_unique();
  static std::unique_ptr<thread_pool> make_unique(options opts);
  virtual ~thread_pool();
  [[nodiscard]] schedule_operation schedule();
  template <typename T> [[nodiscard]] task<T> schedule(task<T> t);
  bool spawn_detached(task<void> &&t) noexcept;
  bool spawn(task<void> &&t) noexcept; // 0.14 and 0.15
  task<void> spawn_joinable(task<void> &&t) noexcept;
  bool resume(std::coroutine_handle<> handle) noexcept;
  [[nodiscard]] schedule_operation yield();
  void shutdown() noexcept;
};

using fd_t = int;
enum class poll_op : std::uint64_t { read, write, read_write };
enum class poll_status { read, write, timeout, error, closed, cancelled };
class poll_stop_token {};
class poll_stop_source {
public:
  poll_stop_token get_token() const;
  void signal_stop();
};
enum timeout_status { no_timeout, timeout };

class scheduler {
  struct private_constructor {
    explicit private_constructor() = default;
  };

public:
  using schedule_operation = thread_pool::schedule_operation;
  using time_point = std::chrono::steady_clock::time_point;
  enum class thread_strategy_t { spawn, manual };
  enum class execution_strategy_t {
    process_tasks_on_thread_pool,
    process_tasks_inline
  };
  struct options {
    thread_strategy_t thread_strategy{thread_strategy_t::spawn};
    thread_pool::options pool{};
    execution_strategy_t execution_strategy{};
  };
  explicit scheduler(options &&opts, private_constructor);
  static std::unique_ptr<scheduler> make_unique();
  static std::unique_ptr<scheduler> make_unique(options opts);
  virtual ~scheduler();
  std::size_t process_events(
      std::chrono::milliseconds timeout = std::chrono::milliseconds{0});
  [[nodiscard]] schedule_operation schedule();
  template <typename T> [[nodiscard]] task<T> schedule(task<T> t);
  template <typename T, typename R, typename P>
  [[nodiscard]] task<expected<T, timeout_status>>
  schedule(task<T> t, std::chrono::duration<R, P> timeout);
#ifdef __cpp_lib_jthread
  template <typename T, typename R, typename P>
  [[nodiscard]] task<expected<T, timeout_status>>
  schedule(std::stop_source s, task<T> t, std::chrono::duration<R, P> timeout);
#endif
  bool spawn_detached(task<void> &&t);
  task<void> spawn_joinable(task<void> &&t);
  template <class R, class P>
  [[nodiscard]] task<void> schedule_after(std::chrono::duration<R, P> amount);
  [[nodiscard]] task<void> schedule_at(time_point time);
  [[nodiscard]] schedule_operation yield();
  template <class R, class P>
  [[nodiscard]] task<void> yield_for(std::chrono::duration<R, P> amount);
  [[nodiscard]] task<void> yield_until(time_point time);
  [[nodiscard]] task<poll_status>
  poll(fd_t fd, poll_op op,
       std::chrono::milliseconds timeout = std::chrono::milliseconds{0},
       std::optional<poll_stop_token> stop = std::nullopt);
  bool resume(std::coroutine_handle<> handle);
  void shutdown() noexcept;
};

template <typename Executor> class task_group {
public:
  explicit task_group(Executor *executor);
  explicit task_group(std::unique_ptr<Executor> &executor);
  ~task_group();
  [[nodiscard]] bool start(task<void> &&t);
  event::awaiter operator co_await() const noexcept;
};

namespace default_executor {
std::unique_ptr<thread_pool> &executor();
std::unique_ptr<scheduler> &io_executor();
} // namespace default_executor

namespace net {
struct socket_address {
  socket_address(const char *address, std::uint16_t port);
};
class io_status {
public:
  bool is_ok() const;
};
enum class connect_status { connected, invalid_ip_address, timeout, error };

namespace tcp {
class client {
public:
  explicit client(std::unique_ptr<scheduler> &s, socket_address endpoint);
  client(client &&) noexcept;
  ~client();
  task<connect_status>
  connect(std::chrono::milliseconds timeout = std::chrono::milliseconds{0});
  template <typename Buffer>
  task<std::pair<io_status, std::span<char>>> read_some(Buffer &buffer);
  template <typename Buffer>
  task<std::pair<io_status, std::span<const char>>>
  write_all(const Buffer &buffer);
};
class server {
public:
  explicit server(std::unique_ptr<scheduler> &s,
                  const socket_address &endpoint);
  task<expected<client, io_status>>
  accept(std::chrono::milliseconds timeout = std::chrono::milliseconds{0});
};
} // namespace tcp

namespace tls {
enum class tls_file_type : int { asn1, pem };
enum class verify_peer_t : int { yes, no };
class context {
public:
  explicit context(verify_peer_t verify_peer = verify_peer_t::yes);
  context(std::filesystem::path certificate, tls_file_type certificate_type,
          std::filesystem::path private_key, tls_file_type private_key_type,
          verify_peer_t verify_peer = verify_peer_t::yes);
  ~context();
};
} // namespace tls
} // namespace net
} // namespace coro
