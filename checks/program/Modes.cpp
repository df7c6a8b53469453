// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Modes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::program {

static std::pair<Symbol, uint64_t> keyOf(const Unit &U, const Mode &M) {
  return {M.Class, llvm::xxh3_64bits(U.text(M.Evidence))};
}

Modes::Modes(llvm::ArrayRef<const Unit *> Units) {
  for (const Unit *U : Units)
    for (const Mode &M : U->Modes) {
      Seen.insert(M.Class);
      if (M.Evidence)
        Shown.insert(keyOf(*U, M));
    }
}

bool Modes::mayBlock(const Unit &U, const Block &B) const {
  return llvm::none_of(slice(U.ModesAsked, B.UnlessIn),
                       [&](const ModeAsked &A) {
                         return Shown.contains(keyOf(U, A.Of)) ||
                                (A.IsOpen && !Seen.contains(A.Of.Class));
                       });
}

} // namespace asynctidy::program
