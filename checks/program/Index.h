// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Records.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace asynctidy::program {

/// The units of a program, for those who look at one file of it.
class Index {
public:
  explicit Index(std::vector<Unit> All);

  /// Adds all units to \p To but those of the files that \p Own is about: these
  /// are older.
  void addOthers(llvm::ArrayRef<const Unit *> Own,
                 std::vector<const Unit *> &To) const;

  /// This index for those who look at \p File (relative to the project root)
  /// without the headers it includes: what is in these is told although the
  /// unit of the file itself is older.
  std::shared_ptr<const Index> withHeadersOf(llvm::StringRef File) const;

private:
  std::vector<std::shared_ptr<const Unit>> Units;
};

/// The bytes of a file that tells what others may have to know of \p Units:
/// neither findings nor what blocks in no way.
std::string encodeIndex(llvm::ArrayRef<const Unit *> Units);

llvm::Expected<std::shared_ptr<const Index>> readIndex(llvm::StringRef File);

} // namespace asynctidy::program
