// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/fs/blocking/open_mode.hpp"
#include <cstddef>
#include <string>
#include <string_view>

namespace userver {
inline namespace v2_5 {
namespace fs::blocking {
class FileDescriptor final {
public:
  static FileDescriptor Open(const std::string &path, OpenMode flags,
                             int perms = 0600);
  static FileDescriptor OpenDirectory(const std::string &path);
  FileDescriptor(FileDescriptor &&other) noexcept;
  ~FileDescriptor();
  void Write(std::string_view contents);
  std::size_t Read(char *buffer, std::size_t max_size);
  void FSync();
};
} // namespace fs::blocking
} // namespace v2_5
} // namespace userver
