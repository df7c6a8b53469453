// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread.h"
#include <cstddef>

namespace photon {
struct PhotonContext;
class WorkPool {
public:
  explicit WorkPool(std::size_t vcpu_num, int ev_engine = 0, int io_engine = 0);
  ~WorkPool();
  template <typename Context = PhotonContext, typename F, typename... Args>
  void call(F &&, Args &&...) {}
  template <typename Task> void async_call(Task *) {}
  int thread_migrate(photon::thread *th = CURRENT, std::size_t index = -1ULL);
};
} // namespace photon
