// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/async.h"

namespace kj {
template <typename T> class ProducerConsumerQueue {
public:
  void push(T v);
  Promise<T> pop();
};
} // namespace kj
