// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library that workers.yaml knows: its tasks differ in where they go on.
#pragma once

#include "Inputs/task.h"
#include "Inputs/tasks.h"

namespace workers {

/// Goes on in the same thread.
template <typename T = void>
class local : public own::lazy_base<own::lazy_promise<local<T>, T>, T> {
  using base = own::lazy_base<own::lazy_promise<local<T>, T>, T>;
  using base::handle;

public:
  explicit local(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  local(local &&other) noexcept : base(std::exchange(other.handle, nullptr)) {}
  ~local() {
    if (handle)
      handle.destroy();
  }
};

/// Goes on in some thread of the same pool.
template <typename T = void>
class pooled : public own::lazy_base<own::lazy_promise<pooled<T>, T>, T> {
  using base = own::lazy_base<own::lazy_promise<pooled<T>, T>, T>;
  using base::handle;

public:
  explicit pooled(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  pooled(pooled &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~pooled() {
    if (handle)
      handle.destroy();
  }
};

/// Goes on wherever that ended what it awaited.
template <typename T = void>
class wandering
    : public own::lazy_base<own::lazy_promise<wandering<T>, T>, T> {
  using base = own::lazy_base<own::lazy_promise<wandering<T>, T>, T>;
  using base::handle;

public:
  explicit wandering(std::coroutine_handle<typename base::promise_type> h)
      : base(h) {}
  wandering(wandering &&other) noexcept
      : base(std::exchange(other.handle, nullptr)) {}
  ~wandering() {
    if (handle)
      handle.destroy();
  }
};

struct awaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  bool await_resume() const noexcept;
};

/// Which thread this is.
int current_worker();

struct this_pool {};
awaiter operator co_await(this_pool);

class Pool {
public:
  /// Which of its threads this is.
  int index() const;
  int size() const;
  awaiter stopping();
  awaiter idle();
};

} // namespace workers
