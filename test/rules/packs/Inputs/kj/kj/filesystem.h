// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Cap'n Proto 2 (May
// 2026); not the library.
#pragma once

#include "kj/common.h"

namespace kj {
class Path {
public:
  explicit Path(StringPtr name);
};
class PathPtr {
public:
  PathPtr(const Path &path);
};
enum class WriteMode { CREATE = 1, MODIFY = 2 };

class FsNode {
public:
  virtual void sync() const = 0;
  virtual void datasync() const = 0;
};
class ReadableFile : public FsNode {
public:
  String readAllText() const;
  Array<byte> readAllBytes() const;
  virtual std::size_t read(std::uint64_t offset,
                           ArrayPtr<byte> buffer) const = 0;
};
class File : public ReadableFile {
public:
  void writeAll(ArrayPtr<const byte> bytes) const;
  void writeAll(StringPtr text) const;
  virtual void write(std::uint64_t offset,
                     ArrayPtr<const byte> data) const = 0;
  virtual std::size_t copy(std::uint64_t offset, const ReadableFile &from,
                           std::uint64_t fromOffset,
                           std::uint64_t size) const = 0;
};
class AppendableFile : public FsNode {};
class ReadableDirectory : public FsNode {
public:
  virtual Array<String> listNames() const = 0;
  virtual bool exists(PathPtr path) const = 0;
  Own<const ReadableFile> openFile(PathPtr path) const;
  Own<const ReadableDirectory> openSubdir(PathPtr path) const;
};
class Directory : public ReadableDirectory {
public:
  Own<const File> openFile(PathPtr path, WriteMode mode) const;
  Own<AppendableFile> appendFile(PathPtr path, WriteMode mode) const;
  void transfer(PathPtr toPath, WriteMode toMode, PathPtr fromPath) const;
  void remove(PathPtr path) const;
};
} // namespace kj
