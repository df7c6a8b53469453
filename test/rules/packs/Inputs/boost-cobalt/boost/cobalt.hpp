// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost.Cobalt
// 1.88, on Debian's Boost.Asio; not the library.
#pragma once

#include <boost/asio.hpp>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace boost::cobalt {
using executor = asio::any_io_executor;

namespace detail {
template <typename T> struct awaiter_of {
  bool await_ready();
  template <typename P> void await_suspend(std::coroutine_handle<P>);
  T await_resume();
};
template <typename... Args> struct result_of {
  using type = void;
};
template <typename First, typename T> struct result_of<First, T> {
  using type = T;
};
} // namespace detail

namespace this_coro {
using namespace asio::this_coro;
struct cancelled_t {};
constexpr cancelled_t cancelled;
struct initial_t {};
constexpr initial_t initial;
} // namespace this_coro

namespace this_thread {
executor &get_executor();
bool has_executor();
} // namespace this_thread

template <typename... Args> struct op {
  virtual void initiate() = 0;
  virtual ~op();
  detail::awaiter_of<typename detail::result_of<Args...>::type>
  operator co_await();
};
struct use_op_t {
  constexpr use_op_t() {}
};
constexpr use_op_t use_op{};
struct use_task_t {
  constexpr use_task_t() {}
};
constexpr use_task_t use_task{};

namespace detail {
template <typename... Args> struct any_op final : op<Args...> {
  void initiate() override;
};
struct promise_base {
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception();
  awaiter_of<executor> await_transform(asio::this_coro::executor_t);
  awaiter_of<asio::cancellation_type> await_transform(this_coro::cancelled_t);
  template <typename T> T &&await_transform(T &&);
};
template <typename T> struct returning : promise_base {
  void return_value(T);
};
template <> struct returning<void> : promise_base {
  void return_void();
};
} // namespace detail

template <typename T> struct [[nodiscard]] promise {
  struct promise_type : detail::returning<T> {
    promise get_return_object();
  };
  promise(promise &&) noexcept;
  ~promise();
  detail::awaiter_of<T> operator co_await();
  void operator+() &&;
  void cancel(asio::cancellation_type ct = asio::cancellation_type::all);
  bool ready() const;
  bool attached() const;
  void detach();
  T get();
};

template <typename T> struct [[nodiscard]] task {
  struct promise_type : detail::returning<T> {
    task get_return_object();
  };
  task(task &&) noexcept;
  ~task();
  detail::awaiter_of<T> operator co_await();
};

template <typename Yield, typename Push = void> struct [[nodiscard]] generator {
  struct promise_type : detail::returning<Yield> {
    generator get_return_object();
    detail::awaiter_of<void> yield_value(Yield);
  };
  generator(generator &&) noexcept;
  ~generator();
  explicit operator bool() const;
  detail::awaiter_of<Yield> operator co_await();
  void cancel(asio::cancellation_type ct = asio::cancellation_type::all);
  bool ready() const;
  Yield get();
};

struct detached {
  struct promise_type : detail::returning<void> {
    detached get_return_object();
  };
};

struct thread {
  struct promise_type : detail::returning<void> {
    thread get_return_object();
  };
  thread(thread &&) noexcept;
  ~thread();
  void cancel(asio::cancellation_type ct = asio::cancellation_type::all);
  detail::awaiter_of<void> operator co_await() &;
  detail::awaiter_of<void> operator co_await() &&;
  void join();
  bool joinable() const;
  void detach();
  executor get_executor() const;
};

template <typename T> T run(task<T> t);

template <typename T> struct completion {
  using signature = void(std::exception_ptr, T);
};
template <> struct completion<void> {
  using signature = void(std::exception_ptr);
};
template <typename T, typename Token>
using spawned =
    typename asio::async_result<std::decay_t<Token>,
                                typename completion<T>::signature>::return_type;
template <typename Context, typename T, typename Token>
  requires requires(Context &c) { c.get_executor(); }
auto spawn(Context &context, task<T> &&t, Token &&token) -> spawned<T, Token>;
template <std::convertible_to<executor> Executor, typename T, typename Token>
auto spawn(Executor e, task<T> &&t, Token &&token) -> spawned<T, Token>;

template <typename... P> detail::awaiter_of<std::tuple<P...>> gather(P &&...p);
template <typename... P> detail::awaiter_of<std::tuple<P...>> join(P &&...p);
template <typename T> detail::awaiter_of<void> join(std::vector<T> &range);
template <typename... P> detail::awaiter_of<std::size_t> race(P &&...p);
template <typename... P> detail::awaiter_of<std::size_t> left_race(P &&...p);
template <typename A> detail::awaiter_of<int> as_result(A &&a);
template <typename A>
detail::awaiter_of<std::tuple<std::exception_ptr, int>> as_tuple(A &&a);

struct wait_group {
  explicit wait_group(
      asio::cancellation_type normal = asio::cancellation_type::none,
      asio::cancellation_type exception = asio::cancellation_type::all);
  void push_back(promise<void> p);
  std::size_t size() const;
  void cancel(asio::cancellation_type ct = asio::cancellation_type::all);
  detail::awaiter_of<void> wait_one();
  detail::awaiter_of<void> wait();
};
template <typename Arg, typename Func>
detail::awaiter_of<void> with(Arg &&arg, Func &&func);
template <typename Arg, typename Func, typename Teardown>
detail::awaiter_of<void> with(Arg arg, Func func, Teardown teardown);

template <typename T> struct channel {
  explicit channel(std::size_t limit = 0u,
                   executor e = this_thread::get_executor());
  bool is_open() const;
  void close();
  detail::awaiter_of<T> read();
  detail::awaiter_of<void> write(const T &value);
};
} // namespace boost::cobalt

namespace boost::asio {
template <typename... Args>
struct async_result<cobalt::use_op_t, void(Args...)> {
  using return_type = cobalt::detail::any_op<Args...>;
  template <typename Initiation, typename... InitArgs>
  static return_type initiate(Initiation, cobalt::use_op_t, InitArgs &&...);
};
template <typename... Args>
struct async_result<cobalt::use_task_t, void(Args...)> {
  using return_type =
      cobalt::task<typename cobalt::detail::result_of<Args...>::type>;
  template <typename Initiation, typename... InitArgs>
  static return_type initiate(Initiation, cobalt::use_task_t, InitArgs &&...);
};
} // namespace boost::asio
