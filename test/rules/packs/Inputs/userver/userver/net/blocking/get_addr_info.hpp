// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <string_view>
#include <vector>

namespace userver {
inline namespace v2_5 {
namespace engine::io {
class Sockaddr {};
} // namespace engine::io
namespace net::blocking {
std::vector<engine::io::Sockaddr> GetAddrInfo(std::string_view host,
                                              const char *service_or_port);
}
} // namespace v2_5
} // namespace userver
