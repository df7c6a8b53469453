// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <coroutine>
#include <exception>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace stdexec {

/// Stands for every sender of the library.
template <typename T = void> struct _stub_sender {
  using value_type = T;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> waiting) noexcept;
  T await_resume();
};
template <typename Sender> using _stub_value = typename std::remove_cvref_t<Sender>::value_type;
template <typename F> struct _stub_closure {};
template <typename Sender, typename F> Sender operator|(Sender &&sender, _stub_closure<F> closure) {
  return static_cast<Sender &&>(sender);
}
template <typename T> struct _stub_result {
  using type = std::tuple<T>;
};
template <> struct _stub_result<void> {
  using type = std::tuple<>;
};

template <typename T> struct _stub_promise {
  template <typename V> void return_value(V &&value);
};
template <> struct _stub_promise<void> {
  void return_void() noexcept;
};
template <typename T = void, typename Env = void>
class [[nodiscard]] task : public _stub_sender<T> {
public:
  struct promise_type : _stub_promise<T> {
    task get_return_object() noexcept;
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept;
  };
  task(task &&) noexcept;
  ~task();
};

struct sync_wait_t {
  template <typename Sender>
  std::optional<typename _stub_result<_stub_value<Sender>>::type>
  operator()(Sender &&sender) const;
};
inline constexpr sync_wait_t sync_wait{};
struct sync_wait_with_variant_t {
  template <typename Sender> std::optional<std::variant<int>> operator()(Sender &&sender) const;
};
inline constexpr sync_wait_with_variant_t sync_wait_with_variant{};

namespace __run_loop {
struct __run_loop_base {
  void run() noexcept;
  void finish() noexcept;
};
template <typename Derived> struct __basic_run_loop : __run_loop_base {
  constexpr auto get_scheduler() noexcept { return typename Derived::scheduler(); }
};
} // namespace __run_loop
struct run_loop : __run_loop::__basic_run_loop<run_loop> {
  struct scheduler {};
};
struct inline_scheduler {};
class task_scheduler {};
class parallel_scheduler {};
parallel_scheduler get_parallel_scheduler();

struct just_t {
  _stub_sender<> operator()() const;
  template <typename T> _stub_sender<T> operator()(T value) const;
};
inline constexpr just_t just{};
struct then_t {
  template <typename Sender, typename F> Sender operator()(Sender &&sender, F f) const {
    return static_cast<Sender &&>(sender);
  }
  template <typename F> _stub_closure<F> operator()(F f) const { return {}; }
};
inline constexpr then_t then{};
struct schedule_t {
  template <typename Scheduler> _stub_sender<> operator()(Scheduler &&sched) const;
};
inline constexpr schedule_t schedule{};
struct starts_on_t {
  template <typename Scheduler, typename Sender>
  _stub_sender<_stub_value<Sender>> operator()(Scheduler &&sched, Sender &&sender) const;
};
inline constexpr starts_on_t starts_on{};
struct on_t {
  template <typename Scheduler, typename Sender>
  _stub_sender<_stub_value<Sender>> operator()(Scheduler &&sched, Sender &&sender) const;
};
inline constexpr on_t on{};
struct when_all_t {
  template <typename... Senders>
  _stub_sender<std::tuple<_stub_value<Senders>...>> operator()(Senders &&...senders) const;
};
inline constexpr when_all_t when_all{};
struct when_all_with_variant_t : when_all_t {};
inline constexpr when_all_with_variant_t when_all_with_variant{};

struct spawn_t {
  template <typename Sender, typename Token>
  void operator()(Sender &&sender, Token &&token) const;
};
inline constexpr spawn_t spawn{};
struct spawn_future_t {
  template <typename Sender, typename Token>
  _stub_sender<_stub_value<Sender>> operator()(Sender &&sender, Token &&token) const;
};
inline constexpr spawn_future_t spawn_future{};
struct associate_t {
  template <typename Sender, typename Token>
  _stub_sender<_stub_value<Sender>> operator()(Sender &&sender, Token &&token) const;
};
inline constexpr associate_t associate{};
struct ensure_started_t {
  template <typename Sender> _stub_sender<_stub_value<Sender>> operator()(Sender &&sender) const;
};
struct start_detached_t {
  template <typename Sender> void operator()(Sender &&sender) const;
};
// Of this namespace up to 2025.
inline constexpr ensure_started_t ensure_started{};
inline constexpr start_detached_t start_detached{};

class simple_counting_scope {
public:
  struct token {};
  token get_token() noexcept;
  [[nodiscard]] _stub_sender<> join() noexcept;
};
class counting_scope {
public:
  struct token {};
  token get_token() noexcept;
  [[nodiscard]] _stub_sender<> join() noexcept;
  void request_stop() noexcept;
};

class inplace_stop_token {
public:
  bool stop_requested() const noexcept;
};
class inplace_stop_source {
public:
  bool request_stop() noexcept;
};
struct get_stop_token_t : _stub_sender<inplace_stop_token> {
  _stub_sender<inplace_stop_token> operator()() const;
};
inline constexpr get_stop_token_t get_stop_token{};
template <typename Tag> struct _stub_adaptor {
  template <typename Sender, typename F> Sender operator()(Sender &&sender, F f) const {
    return static_cast<Sender &&>(sender);
  }
  template <typename Sender> Sender operator()(Sender &&sender) const;
};
inline constexpr _stub_adaptor<struct unstoppable_t> unstoppable{};
inline constexpr _stub_adaptor<struct let_stopped_t> let_stopped{};
inline constexpr _stub_adaptor<struct upon_stopped_t> upon_stopped{};
inline constexpr _stub_adaptor<struct upon_error_t> upon_error{};
inline constexpr _stub_adaptor<struct stopped_as_optional_t> stopped_as_optional{};
inline constexpr _stub_adaptor<struct stopped_as_error_t> stopped_as_error{};

} // namespace stdexec
