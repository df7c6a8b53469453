// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Index.h"
#include "Archive.h"
#include "Pruned.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy::program {

Index::Index(std::vector<Unit> All) {
  for (Unit &U : All)
    Units.push_back(std::make_shared<const Unit>(std::move(U)));
}

void Index::addOthers(llvm::ArrayRef<const Unit *> Own,
                      std::vector<const Unit *> &To) const {
  llvm::StringSet<> Newer;
  for (const Unit *U : Own)
    Newer.insert(U->text(U->MainFile));
  for (const auto &U : Units)
    if (!Newer.contains(U->text(U->MainFile)))
      To.push_back(U.get());
}

/// Where the body of \p F is, as far as something in it can be shown.
static TextId fileOf(const Function &F, const Unit &U) {
  for (const Block &B : slice(U.Blocks, F.Blocks))
    return U.Sites[B.At].File;
  for (const Call &C : slice(U.Calls, F.Calls))
    return U.Sites[C.At].File;
  for (const Claim &C : slice(U.Claims, F.Claims))
    for (const Message &M : slice(U.Messages, C.Why))
      return U.Sites[M.At].File;
  return U.MainFile;
}

/// \p U without its main file. Numbers of its own would be taken for those of
/// the newer unit.
static Unit headersOf(Unit U) {
  llvm::erase_if(U.Functions, [&](const Function &F) {
    return isInternal(F.Name) || fileOf(F, U) == U.MainFile;
  });
  U.Uses.clear();
  U.Callbacks.clear();
  U.MainFile = 0;
  return U;
}

std::shared_ptr<const Index> Index::withHeadersOf(llvm::StringRef File) const {
  auto Result = std::make_shared<Index>(*this);
  for (auto &U : Result->Units)
    if (U->text(U->MainFile) == File)
      U = std::make_shared<const Unit>(headersOf(*U));
  return Result;
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
