// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace photon::net {
struct IPAddr {};
IPAddr gethostbyname(std::string_view name);
int gethostbyname(std::string_view name, IPAddr *buf, std::size_t bufsize = 1);
int gethostbyname(std::string_view name, std::vector<IPAddr> &ret);
int gethostbyname_nb(std::string_view name, std::vector<IPAddr> &ret);
class Resolver {
public:
  virtual ~Resolver();
  virtual IPAddr resolve(std::string_view host) = 0;
};
Resolver *new_default_resolver();
} // namespace photon::net
