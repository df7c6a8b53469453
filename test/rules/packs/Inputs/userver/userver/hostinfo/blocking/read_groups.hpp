// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <string>
#include <vector>

namespace userver {
inline namespace v2_5 {
namespace hostinfo::blocking {
std::vector<std::string> ReadConductorGroups();
}
} // namespace v2_5
} // namespace userver
