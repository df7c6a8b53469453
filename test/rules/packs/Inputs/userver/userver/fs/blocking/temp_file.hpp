// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of userver 2.5; not
// the library.
#pragma once

#include <string>

namespace userver {
inline namespace v2_5 {
namespace fs::blocking {
class TempFile final {
public:
  static TempFile Create();
  TempFile(TempFile &&other) noexcept;
  ~TempFile();
  const std::string &GetPath() const;
};
} // namespace fs::blocking
} // namespace v2_5
} // namespace userver
