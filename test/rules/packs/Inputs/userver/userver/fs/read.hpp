// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/engine/task/task.hpp"

namespace userver {
inline namespace v2_5 {
namespace fs {
std::string ReadFileContents(engine::TaskProcessor &async_tp,
                             const std::string &path);
}
} // namespace v2_5
} // namespace userver
