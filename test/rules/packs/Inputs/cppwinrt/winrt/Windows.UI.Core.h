// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of C++/WinRT 3.0;
// not the library.
#pragma once

#include "winrt/Windows.Foundation.h"

namespace winrt::Windows::UI::Core {
enum class CoreDispatcherPriority : std::int32_t {
  Idle = -2,
  Low = -1,
  Normal = 0,
  High = 1
};
struct DispatchedHandler : Foundation::IUnknown {
  template <typename L> DispatchedHandler(L) {}
  template <typename O, typename M> DispatchedHandler(O *object, M method);
};
struct IdleDispatchedHandler : Foundation::IUnknown {
  template <typename L> IdleDispatchedHandler(L) {}
  template <typename O, typename M> IdleDispatchedHandler(O *object, M method);
};
struct CoreDispatcher : Foundation::IInspectable {
  Foundation::IAsyncAction RunAsync(CoreDispatcherPriority const &priority,
                                    DispatchedHandler const &callback) const;
  Foundation::IAsyncAction
  RunIdleAsync(IdleDispatchedHandler const &callback) const;
  bool HasThreadAccess() const;
};
} // namespace winrt::Windows::UI::Core

namespace winrt {
[[nodiscard]] inline auto
resume_foreground(Windows::UI::Core::CoreDispatcher const &,
                  Windows::UI::Core::CoreDispatcherPriority =
                      Windows::UI::Core::CoreDispatcherPriority::Normal) noexcept {
  return impl::awaiter<void>{};
}
inline auto operator co_await(Windows::UI::Core::CoreDispatcher const &dispatcher) {
  return resume_foreground(dispatcher);
}
} // namespace winrt
