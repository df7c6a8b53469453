// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "CallSite.h"
#include "Catalogue.h"
#include "Evidence.h"
#include "FunctionIndex.h"
#include "NamespaceRules.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include <optional>

namespace clang {
class Preprocessor;
}

namespace asynctidy {

/// Finds the rule entries that fit a call site or a type in one AST.
///
/// A method's class is the class named in the source, the receiver's static
/// type, or the class that declares it: any of the three, and those between.
class RuleMatcher {
public:
  RuleMatcher(clang::ASTContext &AST, const clang::Preprocessor &PP,
              const Catalogue &Rules, const FunctionIndex &Index)
      : AST(AST), PP(PP), Rules(Rules), Index(Index),
        Insulated(Rules, Role::Insulates) {}

  /// The first entry of role \p R that fits \p Site in the function \p In, all
  /// its conditions but `ready` looked at; null when there is none.
  const RuleEntry *find(const CallSite &Site, Role R,
                        const clang::FunctionDecl *In) const;

  /// The entry of role \p R about the type \p T.
  const RuleEntry *findType(clang::QualType T, Role R) const;

  /// Whether a name of \p Entry means the function \p F by itself.
  bool isNamed(const clang::NamedDecl &F, Role R) const;

  /// The expression a subject of a rule means at \p Site; null if there is
  /// none.
  static const clang::Expr *subject(const CallSite &Site, const Subject &On);

  std::optional<int64_t> constant(llvm::StringRef Name) const;

  /// What the text of \p F shows of the rules' evidence.
  const EvidenceSet &evidenceOf(const clang::FunctionDecl &F) const;

  const Catalogue &catalogue() const { return Rules; }

private:
  bool fits(const RuleEntry &Entry, const CallSite &Site,
            const clang::FunctionDecl *In) const;
  bool isMeant(const RuleEntry &Entry, const CallSite &Site) const;
  bool names(llvm::StringRef Name, const CallSite &Site) const;
  bool isProven(const Condition &C, const CallSite &Site,
                const clang::FunctionDecl *In) const;
  /// Whether the function \p In shows the evidence or, where the rule says so,
  /// its file: a mode is often set in one function and relied on in another.
  bool showsEvidence(llvm::StringRef Name, const clang::FunctionDecl *In) const;
  bool isMadeBy(const clang::Expr *E, const std::vector<std::string> &) const;
  /// Whether the type of \p E, or of what it was made from in at most \p Hops
  /// steps, mentions \p Name: `any_io_executor E = Pool.get_executor()` holds
  /// what its type no longer tells.
  bool mentionsOrIsMadeOf(const clang::Expr *E, llvm::StringRef Name,
                          int Hops = 8) const;
  /// What a construction or a rule's executor wraps; null for all others.
  const clang::Expr *wrappedIn(const clang::Expr *E) const;

  clang::ASTContext &AST;
  const clang::Preprocessor &PP;
  const Catalogue &Rules;
  mutable llvm::StringMap<std::optional<int64_t>> ConstantCache;
  const FunctionIndex &Index;
  NamespaceRules Insulated; ///< no other role speaks of namespaces
  mutable llvm::DenseMap<const clang::FunctionDecl *, EvidenceSet>
      EvidenceOfFunction;
  mutable llvm::DenseMap<clang::FileID, EvidenceSet> EvidenceOfFile;
};

} // namespace asynctidy
