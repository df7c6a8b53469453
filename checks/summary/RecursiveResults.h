// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SetVector.h"
#include <memory>
#include <vector>

namespace asynctidy {

/// What is found out about functions by looking into those that they call, each
/// once. One that is still being looked at adds nothing to itself; what others
/// have found out without it is found out once more when it is done. Nor do the
/// last ones of an absurdly long chain add anything to the first ones.
template <typename Result> class RecursiveResults {
public:
  /// \p Find may ask for others. The answer is valid until the next question.
  const Result &of(const clang::FunctionDecl &F,
                   llvm::function_ref<Result()> Find) {
    std::unique_ptr<Entry> &Slot = Entries[F.getCanonicalDecl()];
    if (!Slot)
      Slot = std::make_unique<Entry>();
    Entry &E = *Slot;
    bool IsTooDeep = Open.size() >= MaxDepth;
    if (!E.IsOpen && !isFinal(E) && !IsTooDeep)
      find(E, Find);
    if (!Open.empty()) {
      Open.back()->IsCut |= E.IsCut || (IsTooDeep && !E.IsKnown);
      Open.back()->Without.insert(E.Without.begin(), E.Without.end());
      if (E.IsOpen)
        Open.back()->Without.insert(&E);
    }
    return E.Value;
  }

  /// Whether what was found out about \p F is less than there is.
  bool isCut(const clang::FunctionDecl &F) const {
    auto Known = Entries.find(F.getCanonicalDecl());
    return Known != Entries.end() && Known->second->IsCut;
  }

private:
  static constexpr size_t MaxDepth = 100;

  struct Entry {
    Result Value{};
    bool IsKnown = false;
    bool IsOpen = false; ///< it is being looked at
    bool IsCut = false;  ///< something was too deep
    /// Found out without what these add.
    llvm::SmallSetVector<Entry *, 2> Without;
  };

  /// Whether to look again would tell no more.
  static bool isFinal(const Entry &E) {
    if (!E.IsKnown || E.Without.empty())
      return E.IsKnown;
    for (const Entry *Other : E.Without)
      if (Other->IsOpen)
        return true;
    return false;
  }

  void find(Entry &E, llvm::function_ref<Result()> Find) {
    E.Without.clear();
    E.IsOpen = true;
    Open.push_back(&E);
    Result Found = Find();
    Open.pop_back();
    E.IsOpen = false;
    E.IsKnown = true;
    E.Without.remove(&E);
    E.Value = std::move(Found);
  }

  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Entry>> Entries;
  std::vector<Entry *> Open; ///< each asked for by the one before
};

} // namespace asynctidy
