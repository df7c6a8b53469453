// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Report.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <optional>

namespace asynctidy::report {

/// The files that findings speak of, as they are on disk now; each is read
/// once. Some may be gone, or changed since they were analysed: a summary may
/// be older than the source.
class SourceFiles {
public:
  /// The text of \p File, unless it cannot be read.
  std::optional<llvm::StringRef> text(llvm::StringRef File);
  /// A line of it, 1-based, without what ends it.
  std::optional<llvm::StringRef> line(llvm::StringRef File, unsigned Number);
  /// Whether what was found at \p Where still stands there.
  bool isUnchanged(const Place &Where);
  /// The place of a stretch of the file, with columns in bytes.
  std::optional<Place> place(llvm::StringRef File, unsigned Offset,
                             unsigned Length);

private:
  struct Source {
    std::unique_ptr<llvm::MemoryBuffer> Buffer; ///< none: cannot be read
    std::vector<size_t> LineStarts;

    unsigned lineOf(size_t Offset) const; ///< 1-based
  };
  const Source &source(llvm::StringRef File);

  llvm::StringMap<Source> Known;
};

} // namespace asynctidy::report
