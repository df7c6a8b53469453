// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace userver {
inline namespace v2_5 {
namespace utils {
class PeriodicTask final {
public:
  struct Settings final {
    template <class Rep, class Period>
    constexpr Settings(std::chrono::duration<Rep, Period>) {}
  };
  using Callback = std::function<void()>;
  PeriodicTask();
  PeriodicTask(std::string name, Settings settings, Callback callback);
  ~PeriodicTask();
  void Start(std::string name, Settings settings, Callback callback);
  void Stop() noexcept;
};
} // namespace utils
} // namespace v2_5
} // namespace userver
