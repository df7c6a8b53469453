// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of C++/WinRT 3.0;
// not the library.
#pragma once

#include "winrt/Windows.Foundation.h"

namespace winrt::Windows::System::Threading {
enum class WorkItemPriority : std::int32_t { Low = -1, Normal = 0, High = 1 };
struct ThreadPoolTimer;
struct WorkItemHandler : Foundation::IUnknown {
  template <typename L> WorkItemHandler(L) {}
  template <typename O, typename M> WorkItemHandler(O *object, M method);
};
struct TimerElapsedHandler : Foundation::IUnknown {
  template <typename L> TimerElapsedHandler(L) {}
  template <typename O, typename M> TimerElapsedHandler(O *object, M method);
};
struct ThreadPool {
  ThreadPool() = delete;
  static Foundation::IAsyncAction RunAsync(WorkItemHandler const &handler);
  static Foundation::IAsyncAction RunAsync(WorkItemHandler const &handler,
                                           WorkItemPriority const &priority);
};
struct ThreadPoolTimer : Foundation::IInspectable {
  static ThreadPoolTimer CreatePeriodicTimer(TimerElapsedHandler const &handler,
                                             Foundation::TimeSpan const &period);
  static ThreadPoolTimer CreateTimer(TimerElapsedHandler const &handler,
                                     Foundation::TimeSpan const &delay);
};
} // namespace winrt::Windows::System::Threading
