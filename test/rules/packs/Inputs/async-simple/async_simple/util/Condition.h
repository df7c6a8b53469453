// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of async_simple 1.4;
// not the library.
#pragma once
#include <semaphore>

namespace async_simple::util {
class Condition : public std::binary_semaphore {
public:
  explicit Condition(std::ptrdiff_t num = 0) : std::binary_semaphore(num) {}
};
} // namespace async_simple::util
