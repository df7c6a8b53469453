// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <future>
#include <seastar/core/future.hh>

namespace seastar::alien {
class instance {};
template <typename Func>
  requires std::is_nothrow_invocable_r_v<void, Func>
void run_on(instance &instance, unsigned shard, Func func) {
  std::terminate();
}
template <typename Func, typename T = typename std::invoke_result_t<Func>::value_type>
std::future<T> submit_to(instance &instance, unsigned shard, Func func) {
  std::terminate();
}
} // namespace seastar::alien
