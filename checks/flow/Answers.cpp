// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Answers.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static bool isSame(const Branches::Answer &A, const Branches::Answer &B) {
  return A.Question == B.Question && A.Value == B.Value;
}

bool Answers::learn(const Branches &Questions, const CFGBlock &From,
                    unsigned Index) {
  std::optional<Branches::Answer> Learned = Questions.learnedFrom(From, Index);
  if (!Learned)
    return true;
  auto *Position = llvm::find_if(Known, [&](const Branches::Answer &A) {
    return A.Question >= Learned->Question;
  });
  if (Position != Known.end() && Position->Question == Learned->Question)
    return Position->Value == Learned->Value;
  Known.insert(Position, *Learned);
  return true;
}

void Answers::forget(const Branches &Questions, const Stmt &Step) {
  for (unsigned Question : Questions.changedBy(Step))
    llvm::erase_if(Known, [&](const Branches::Answer &A) {
      return A.Question == Question;
    });
}

bool Answers::keepCommon(const Answers &Other) {
  std::size_t Before = Known.size();
  llvm::erase_if(Known, [&](const Branches::Answer &A) {
    return llvm::none_of(
        Other.Known, [&](const Branches::Answer &B) { return isSame(A, B); });
  });
  return Known.size() != Before;
}

bool Answers::operator==(const Answers &Other) const {
  return llvm::equal(Known, Other.Known, isSame);
}

} // namespace asynctidy
