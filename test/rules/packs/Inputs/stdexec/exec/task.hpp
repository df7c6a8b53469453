// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
#include <stdexec/execution.hpp>

namespace experimental::execution {
namespace __task {
template <typename T> struct default_task_context {};
template <typename T, typename Context>
class [[nodiscard]] basic_task : public stdexec::_stub_sender<T> {
public:
  struct promise_type : stdexec::_stub_promise<T> {
    basic_task get_return_object() noexcept;
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept;
  };
  basic_task(basic_task &&) noexcept;
  ~basic_task();
};
struct __reschedule_coroutine_on_t {
  template <typename Scheduler> stdexec::_stub_sender<> operator()(Scheduler sched) const noexcept;
};
} // namespace __task
template <typename T, typename Context = __task::default_task_context<T>>
using basic_task = __task::basic_task<T, Context>;
template <typename T> using task = basic_task<T>;
inline constexpr __task::__reschedule_coroutine_on_t reschedule_coroutine_on{};
} // namespace experimental::execution
namespace exec = experimental::execution;
