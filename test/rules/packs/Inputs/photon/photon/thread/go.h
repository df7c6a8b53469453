// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/thread/thread11.h"
#include <cstddef>
#include <utility>

namespace photon {
template <typename F, typename... Arguments> thread *go(F &&, Arguments &&...) {
  return nullptr;
}
template <typename T> class channel {
public:
  explicit channel(std::size_t capacity = 0);
  bool send(const T &value, Timeout timeout = {});
  std::pair<T, bool> recv(Timeout timeout = {});
  bool try_send(const T &value);
  bool try_recv(T &value);
  void close();
};
} // namespace photon
