// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of C++/WinRT 3.0;
// not the library.
#pragma once

#include "winrt/Windows.Foundation.h"

namespace winrt::Windows::System {
enum class DispatcherQueuePriority : std::int32_t {
  Low = -10,
  Normal = 0,
  High = 10
};
struct DispatcherQueueHandler : Foundation::IUnknown {
  template <typename L> DispatcherQueueHandler(L) {}
  template <typename O, typename M>
  DispatcherQueueHandler(O *object, M method);
};
struct DispatcherQueue;
} // namespace winrt::Windows::System

namespace winrt::impl {
template <typename D> struct consume_Windows_System_IDispatcherQueue {
  bool TryEnqueue(Windows::System::DispatcherQueueHandler const &callback) const;
  bool TryEnqueue(Windows::System::DispatcherQueuePriority const &priority,
                  Windows::System::DispatcherQueueHandler const &callback) const;
};
template <typename D> struct consume_Windows_System_IDispatcherQueue2 {
  bool HasThreadAccess() const;
};
} // namespace winrt::impl

namespace winrt::Windows::System {
struct DispatcherQueue
    : Foundation::IInspectable,
      impl::consume_Windows_System_IDispatcherQueue<DispatcherQueue>,
      impl::consume_Windows_System_IDispatcherQueue2<DispatcherQueue> {
  static DispatcherQueue GetForCurrentThread();
};
} // namespace winrt::Windows::System

namespace winrt {
[[nodiscard]] inline auto
resume_foreground(Windows::System::DispatcherQueue const &,
                  Windows::System::DispatcherQueuePriority =
                      Windows::System::DispatcherQueuePriority::Normal) noexcept {
  return impl::awaiter<bool>{};
}
inline auto operator co_await(Windows::System::DispatcherQueue const &dispatcher) {
  return resume_foreground(dispatcher);
}
} // namespace winrt
