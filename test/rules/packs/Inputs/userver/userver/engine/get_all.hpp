// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

namespace userver {
inline namespace v2_5 {
namespace engine {
template <typename... Tasks> void GetAll(Tasks &...tasks);
}
} // namespace v2_5
} // namespace userver
