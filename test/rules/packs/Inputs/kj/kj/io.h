// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/common.h"

namespace kj {
class InputStream {
public:
  virtual ~InputStream() noexcept(false);
  std::size_t read(ArrayPtr<byte> buffer, std::size_t minBytes);
  void read(ArrayPtr<byte> buffer);
  virtual std::size_t tryRead(ArrayPtr<byte> buffer, std::size_t minBytes) = 0;
  String readAllText();
  Array<byte> readAllBytes();
};
class OutputStream {
public:
  virtual ~OutputStream() noexcept(false);
  virtual void write(ArrayPtr<const byte> data) = 0;
};
class FdInputStream : public InputStream {
public:
  explicit FdInputStream(int fd);
  std::size_t tryRead(ArrayPtr<byte> buffer, std::size_t minBytes) override;
};
class FdOutputStream : public OutputStream {
public:
  explicit FdOutputStream(int fd);
  void write(ArrayPtr<const byte> data) override;
};
} // namespace kj
