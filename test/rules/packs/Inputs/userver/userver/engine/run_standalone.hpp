// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <cstddef>

namespace userver {
inline namespace v2_5 {
namespace utils {
template <typename Signature> class function_ref;
template <typename Return, typename... Args>
class function_ref<Return(Args...)> {
public:
  template <typename Callable> function_ref(Callable &&) {}
};
} // namespace utils
namespace engine {
void RunStandalone(utils::function_ref<void()> payload);
void RunStandalone(std::size_t worker_threads,
                   utils::function_ref<void()> payload);
} // namespace engine
} // namespace v2_5
} // namespace userver
