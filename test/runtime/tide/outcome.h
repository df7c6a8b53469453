// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a task ended with, as a value.
#pragma once

#include <tide/task.h>

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace tide {

/// A result or an error. It is up to its owner to look at the error.
template <class T> class [[nodiscard]] outcome {
public:
  /// What the result is kept as: of a task<void> there is nothing to keep.
  using kept_type = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

  outcome(kept_type value) : value_(std::move(value)) {}
  outcome(std::exception_ptr error) : error_(std::move(error)) {}

  bool ok() const noexcept { return !error_; }

  /// Null if it has a value.
  const std::exception_ptr &error() const noexcept { return error_; }

  /// The value, or throws the error.
  std::add_lvalue_reference_t<T> value() & {
    if (error_)
      std::rethrow_exception(error_);
    if constexpr (!std::is_void_v<T>)
      return *value_;
  }
  T value() && {
    if constexpr (std::is_void_v<T>)
      value();
    else
      return std::move(value());
  }

private:
  std::optional<kept_type> value_;
  std::exception_ptr error_;
};

/// Awaits \p work and throws nothing: a cancellation is kept like an error, and
/// whoever does not pass it on swallows it.
template <class T> task<outcome<T>> settle(task<T> work) {
  try {
    if constexpr (std::is_void_v<T>) {
      co_await std::move(work);
      co_return std::monostate();
    } else {
      co_return co_await std::move(work);
    }
  } catch (...) {
    co_return std::current_exception();
  }
}

} // namespace tide
