// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Index.h"
#include "Archive.h"
#include "Pruned.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy::program {

void Index::addOthers(llvm::ArrayRef<const Unit *> Own,
                      std::vector<const Unit *> &To) const {
  llvm::StringSet<> Newer;
  for (const Unit *U : Own)
    Newer.insert(U->text(U->MainFile));
  for (const Unit &U : Units)
    if (!Newer.contains(U.text(U.MainFile)))
      To.push_back(&U);
}

std::string encodeIndex(llvm::ArrayRef<const Unit *> Units) {
  std::vector<Unit> Kept = pruned(Program(Units));
  std::vector<const Unit *> All;
  for (const Unit &U : Kept)
    All.push_back(&U);
  return encodeArchive(All);
}

llvm::Expected<std::shared_ptr<const Index>> readIndex(llvm::StringRef File) {
  auto Units = readArchive(File);
  if (!Units)
    return Units.takeError();
  return std::make_shared<const Index>(std::move(*Units));
}

} // namespace asynctidy::program
