// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <string>

namespace userver {
inline namespace v2_5 {
namespace fs::blocking {
std::string ReadFileContents(const std::string &path);
bool FileExists(const std::string &path);
int GetFileType(const std::string &path);
} // namespace fs::blocking
} // namespace v2_5
} // namespace userver
