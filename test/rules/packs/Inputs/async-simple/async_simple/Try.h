// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
namespace async_simple {
template <typename T> class Try {
public:
  bool hasError() const;
  T &value();
};
template <> class Try<void> {
public:
  bool hasError() const;
  void value();
};
} // namespace async_simple
