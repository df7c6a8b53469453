// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of C++/WinRT 3.0;
// not the library.
#pragma once

#include "winrt/base.h"
#include <type_traits>

namespace winrt::Windows::Foundation {
enum class AsyncStatus : std::int32_t { Started, Completed, Canceled, Error };

struct IAsyncInfo;
struct IAsyncAction;
template <typename TProgress> struct IAsyncActionWithProgress;
template <typename TResult> struct IAsyncOperation;
template <typename TResult, typename TProgress>
struct IAsyncOperationWithProgress;
} // namespace winrt::Windows::Foundation

namespace winrt::impl {
// The methods of an interface are declared in a base class of this form.
template <typename D> struct consume_Windows_Foundation_IAsyncInfo {
  Windows::Foundation::AsyncStatus Status() const;
  void Cancel() const;
  void Close() const;
};
template <typename D> struct consume_Windows_Foundation_IAsyncAction {
  void GetResults() const;
  auto get() const { return D::result(); }
  auto wait_for(Windows::Foundation::TimeSpan const &) const {
    return Windows::Foundation::AsyncStatus::Started;
  }
};
template <typename D, typename TProgress>
struct consume_Windows_Foundation_IAsyncActionWithProgress {
  void GetResults() const;
  auto get() const { return D::result(); }
  auto wait_for(Windows::Foundation::TimeSpan const &) const {
    return Windows::Foundation::AsyncStatus::Started;
  }
};
template <typename D, typename TResult>
struct consume_Windows_Foundation_IAsyncOperation {
  TResult GetResults() const;
  auto get() const { return D::result(); }
  auto wait_for(Windows::Foundation::TimeSpan const &) const {
    return Windows::Foundation::AsyncStatus::Started;
  }
};
template <typename D, typename TResult, typename TProgress>
struct consume_Windows_Foundation_IAsyncOperationWithProgress {
  TResult GetResults() const;
  auto get() const { return D::result(); }
  auto wait_for(Windows::Foundation::TimeSpan const &) const {
    return Windows::Foundation::AsyncStatus::Started;
  }
};
} // namespace winrt::impl

namespace winrt::Windows::Foundation {
struct IAsyncInfo : IInspectable,
                    impl::consume_Windows_Foundation_IAsyncInfo<IAsyncInfo> {};
struct IAsyncAction
    : IInspectable,
      impl::consume_Windows_Foundation_IAsyncAction<IAsyncAction>,
      impl::consume_Windows_Foundation_IAsyncInfo<IAsyncAction> {
  IAsyncAction(std::nullptr_t = nullptr) noexcept {}
  static void result();
};
template <typename TProgress>
struct IAsyncActionWithProgress
    : IInspectable,
      impl::consume_Windows_Foundation_IAsyncActionWithProgress<
          IAsyncActionWithProgress<TProgress>, TProgress>,
      impl::consume_Windows_Foundation_IAsyncInfo<
          IAsyncActionWithProgress<TProgress>> {
  IAsyncActionWithProgress(std::nullptr_t = nullptr) noexcept {}
  static void result();
};
template <typename TResult>
struct IAsyncOperation
    : IInspectable,
      impl::consume_Windows_Foundation_IAsyncOperation<
          IAsyncOperation<TResult>, TResult>,
      impl::consume_Windows_Foundation_IAsyncInfo<IAsyncOperation<TResult>> {
  IAsyncOperation(std::nullptr_t = nullptr) noexcept {}
  static TResult result();
};
template <typename TResult, typename TProgress>
struct IAsyncOperationWithProgress
    : IInspectable,
      impl::consume_Windows_Foundation_IAsyncOperationWithProgress<
          IAsyncOperationWithProgress<TResult, TProgress>, TResult, TProgress>,
      impl::consume_Windows_Foundation_IAsyncInfo<
          IAsyncOperationWithProgress<TResult, TProgress>> {
  IAsyncOperationWithProgress(std::nullptr_t = nullptr) noexcept {}
  static TResult result();
};

impl::awaiter<void> operator co_await(IAsyncAction const &async);
template <typename TProgress>
impl::awaiter<void>
operator co_await(IAsyncActionWithProgress<TProgress> const &async);
template <typename TResult>
impl::awaiter<TResult> operator co_await(IAsyncOperation<TResult> const &async);
template <typename TResult, typename TProgress>
impl::awaiter<TResult>
operator co_await(IAsyncOperationWithProgress<TResult, TProgress> const &async);
} // namespace winrt::Windows::Foundation

namespace winrt {
template <typename Async>
auto resume_agile(Async &&async) {
  return Windows::Foundation::operator co_await(async);
}

struct get_cancellation_token_t {};
get_cancellation_token_t get_cancellation_token() noexcept;

template <typename... T> Windows::Foundation::IAsyncAction when_all(T... async);
template <typename T, typename... Rest>
T when_any(T const &first, Rest const &...rest);

namespace impl {
template <typename Promise> struct cancellation_token {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  cancellation_token<Promise> await_resume() const noexcept;
  bool operator()() const noexcept;
  bool enable_propagation(bool value = true) const noexcept;
};
template <typename Derived, typename AsyncInterface> struct promise_base {
  AsyncInterface get_return_object() const noexcept;
  std::suspend_never initial_suspend() const noexcept;
  std::suspend_always final_suspend() noexcept;
  void unhandled_exception() noexcept;
  template <typename Expression>
  Expression &&await_transform(Expression &&expression);
  cancellation_token<Derived>
  await_transform(get_cancellation_token_t) noexcept;
};
} // namespace impl
} // namespace winrt

template <typename... Args>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncAction,
                             Args...> {
  struct promise_type
      : winrt::impl::promise_base<promise_type,
                                  winrt::Windows::Foundation::IAsyncAction> {
    void return_void() const noexcept;
  };
};
template <typename TProgress, typename... Args>
struct std::coroutine_traits<
    winrt::Windows::Foundation::IAsyncActionWithProgress<TProgress>, Args...> {
  struct promise_type
      : winrt::impl::promise_base<
            promise_type,
            winrt::Windows::Foundation::IAsyncActionWithProgress<TProgress>> {
    void return_void() const noexcept;
  };
};
template <typename TResult, typename... Args>
struct std::coroutine_traits<
    winrt::Windows::Foundation::IAsyncOperation<TResult>, Args...> {
  struct promise_type
      : winrt::impl::promise_base<
            promise_type,
            winrt::Windows::Foundation::IAsyncOperation<TResult>> {
    void return_value(TResult const &value) noexcept;
  };
};
template <typename TResult, typename TProgress, typename... Args>
struct std::coroutine_traits<
    winrt::Windows::Foundation::IAsyncOperationWithProgress<TResult, TProgress>,
    Args...> {
  struct promise_type
      : winrt::impl::promise_base<
            promise_type, winrt::Windows::Foundation::
                              IAsyncOperationWithProgress<TResult, TProgress>> {
    void return_value(TResult const &value) noexcept;
  };
};
