// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <string>
#include <string_view>

namespace userver {
inline namespace v2_5 {
namespace fs::blocking {
void CreateDirectories(std::string_view path);
void RewriteFileContents(const std::string &path, std::string_view contents);
void RewriteFileContentsFSync(const std::string &path,
                              std::string_view contents);
void SyncDirectoryContents(const std::string &path);
void Rename(const std::string &source, const std::string &destination);
void RewriteFileContentsAtomically(const std::string &path,
                                   std::string_view contents, int perms);
void Chmod(const std::string &path, int perms);
bool RemoveSingleFile(const std::string &path);
} // namespace fs::blocking
} // namespace v2_5
} // namespace userver
