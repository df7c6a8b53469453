// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <async_simple/Future.h>

namespace async_simple {
template <typename T> class Promise {
public:
  Promise();
  Promise(Promise &&);
  Promise(const Promise &);
  Future<T> getFuture();
  void setValue(T &&value);
};
} // namespace async_simple
