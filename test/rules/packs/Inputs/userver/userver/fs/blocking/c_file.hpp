// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include "userver/fs/blocking/open_mode.hpp"
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace userver {
inline namespace v2_5 {
namespace fs::blocking {
class CFile final {
public:
  CFile();
  CFile(CFile &&) noexcept;
  ~CFile();
  CFile(const std::string &path, OpenMode flags, int perms = 0600);
  explicit CFile(std::FILE *file) noexcept;
  std::size_t Read(char *buffer, std::size_t max_size);
  void Write(std::string_view data);
  void Flush();
  void FlushLight();
};
} // namespace fs::blocking
} // namespace v2_5
} // namespace userver
