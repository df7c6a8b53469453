// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include "trantor/net/EventLoop.h"
#include <memory>
#include <string>

namespace trantor {
class InetAddress;
class Resolver {
public:
  using Callback = std::function<void(const InetAddress &)>;
  virtual void resolve(const std::string &hostname,
                       const Callback &callback) = 0;
  virtual ~Resolver() {}
};
} // namespace trantor
