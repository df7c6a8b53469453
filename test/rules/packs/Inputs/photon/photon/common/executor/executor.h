// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread.h"
#include <type_traits>

namespace photon {
struct AutoContext;
class Executor {
public:
  Executor(int init_ev = 0, int init_io = 0);
  ~Executor();
  template <typename Context = AutoContext, typename Func>
  std::invoke_result_t<Func> perform(Func &&act) {
    return act();
  }
  template <typename Context = AutoContext, typename Func>
  void async_perform(Func *) {}
};
} // namespace photon
