// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/engine/task/task.hpp"

namespace userver {
inline namespace v2_5 {
namespace concurrent {
template <typename QueueType> class Producer final {
public:
  [[nodiscard]] bool Push(int &&value, engine::Deadline deadline = {}) const;
};
template <typename QueueType> class Consumer final {
public:
  [[nodiscard]] bool Pop(int &value, engine::Deadline deadline = {}) const;
};
template <typename T, typename QueuePolicy> class GenericQueue final {};
} // namespace concurrent
} // namespace v2_5
} // namespace userver
