// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace kj {
using byte = unsigned char;
template <typename T> constexpr T &&mv(T &t) { return static_cast<T &&>(t); }

template <typename T> class Own {
public:
  Own(Own &&other) noexcept;
  ~Own();
  T *operator->() const;
  T &operator*() const;
};
template <typename T> class Maybe {
public:
  Maybe();
  Maybe(T value);
};
class StringPtr {
public:
  StringPtr(const char *value);
};
class String {
public:
  std::size_t size() const;
};
template <typename T> class ArrayPtr {
public:
  ArrayPtr(T *ptr, std::size_t size);
};
template <typename T> class Array {
public:
  Array(Array &&) noexcept;
  ~Array();
  std::size_t size() const;
};

class Exception {};
template <typename Func>
Maybe<Exception> runCatchingExceptions(Func &&) {
  return {};
}
} // namespace kj
