// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace async_simple {
enum SignalType : uint64_t { None = 0, Terminate = 1, All = UINT64_MAX };
class Signal {
public:
  SignalType emits(SignalType state) noexcept;
  template <typename T = Signal> static std::shared_ptr<T> create() { std::terminate(); }
};
class Slot {
public:
  bool hasTriggered(SignalType type) const noexcept;
  bool canceled() const noexcept;
};
class SignalException : public std::runtime_error {
public:
  explicit SignalException(SignalType signal);
};
} // namespace async_simple
