// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include <functional>
#include <string>

namespace drogon::orm {
class DbListener {
public:
  using MessageCallback = std::function<void(std::string, std::string)>;
  virtual ~DbListener();
  virtual void listen(const std::string &channel,
                      MessageCallback messageCallback) noexcept = 0;
};
} // namespace drogon::orm
