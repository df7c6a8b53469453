// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <cstdint>
#include <string>

namespace folly {
class SocketAddress {
public:
  SocketAddress() = default;
  SocketAddress(const char *host, std::uint16_t port,
                bool allowNameLookup = false);
  SocketAddress(const std::string &host, std::uint16_t port,
                bool allowNameLookup = false);
  void setFromHostPort(const char *host, std::uint16_t port);
  void setFromIpPort(const char *ip, std::uint16_t port);
};
} // namespace folly
