// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures that C++/WinRT 3.0
// makes for the Windows App SDK; not the library.
#pragma once

#include "winrt/Windows.Foundation.h"

namespace winrt::Microsoft::UI::Dispatching {
enum class DispatcherQueuePriority : std::int32_t {
  Low = -10,
  Normal = 0,
  High = 10
};
struct DispatcherQueueHandler : Windows::Foundation::IUnknown {
  template <typename L> DispatcherQueueHandler(L) {}
  template <typename O, typename M>
  DispatcherQueueHandler(O *object, M method);
};
struct DispatcherQueue : Windows::Foundation::IInspectable {
  bool TryEnqueue(DispatcherQueueHandler const &callback) const;
  bool TryEnqueue(DispatcherQueuePriority const &priority,
                  DispatcherQueueHandler const &callback) const;
  bool HasThreadAccess() const;
  static DispatcherQueue GetForCurrentThread();
};
} // namespace winrt::Microsoft::UI::Dispatching
