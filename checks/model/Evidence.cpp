// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Evidence.h"
#include "CallSite.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

/// Calls \p Visit on every statement of \p Root, closures' bodies included,
/// until it returns true.
static bool anyStatement(const Stmt *Root,
                         llvm::function_ref<bool(const Stmt &)> Visit) {
  if (!Root)
    return false;
  if (Visit(*Root))
    return true;
  if (const auto *Body = dyn_cast<CoroutineBodyStmt>(Root))
    return anyStatement(Body->getBody(), Visit);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(Root))
    return anyStatement(Lambda->getBody(), Visit);
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Root))
    return anyStatement(Default->getExpr(), Visit);
  return llvm::any_of(Root->children(), [&](const Stmt *Child) {
    return anyStatement(Child, Visit);
  });
}

/// The same for all that \p F runs, a constructor's initializers included.
static bool anyStatement(const FunctionDecl &F,
                         llvm::function_ref<bool(const Stmt &)> Visit) {
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F);
  if (Constructor &&
      llvm::any_of(Constructor->inits(), [&](const CXXCtorInitializer *Init) {
        return anyStatement(Init->getInit(), Visit);
      }))
    return true;
  return anyStatement(F.getBody(), Visit);
}

static void addConstant(llvm::StringRef Name, const Catalogue &Rules,
                        EvidenceSet &Found) {
  for (const RuleEntry *Entry : Rules.role(Role::Evidence))
    if (llvm::is_contained(Entry->Constants, Name))
      Found.insert(Entry);
}

/// A macro that became a literal is gone from the AST, but the literal's place
/// still tells through which macros it came.
static void addMacros(SourceLocation Loc, const ASTContext &AST,
                      const Catalogue &Rules, EvidenceSet &Found) {
  const SourceManager &SM = AST.getSourceManager();
  while (Loc.isMacroID()) {
    addConstant(Lexer::getImmediateMacroName(Loc, SM, AST.getLangOpts()), Rules,
                Found);
    Loc = SM.getImmediateMacroCallerLoc(Loc);
  }
}

static void addCallee(const FunctionDecl &F, QualType Object,
                      const Catalogue &Rules, EvidenceSet &Found) {
  std::string Last = lastPart(F);
  for (const RuleEntry *Entry : Rules.functions(Last)) {
    if (Entry->EntryRole != Role::Evidence)
      continue;
    for (const std::string &Name : Entry->Functions)
      if (qualifiedName(F) == Name ||
          (lastPart(Name) == Last && typeIs(Object, scopeOf(Name))))
        Found.insert(Entry);
  }
}

void addEvidence(const FunctionDecl &F, const Catalogue &Rules,
                 const ASTContext &AST, EvidenceSet &Found) {
  anyStatement(F, [&](const Stmt &S) {
    if (isa<IntegerLiteral, DeclRefExpr>(S) && S.getBeginLoc().isMacroID())
      addMacros(S.getBeginLoc(), AST, Rules, Found);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S);
        Ref && isa<EnumConstantDecl>(Ref->getDecl()))
      addConstant(Ref->getDecl()->getName(), Rules, Found);
    if (const auto *Call = dyn_cast<CallExpr>(&S))
      if (const FunctionDecl *Callee = Call->getDirectCallee()) {
        const auto *OnObject = dyn_cast<CXXMemberCallExpr>(Call);
        addCallee(*Callee, OnObject ? OnObject->getObjectType() : QualType(),
                  Rules, Found);
      }
    return false;
  });
}

bool methodIsCalledOn(const VarDecl *Variable,
                      const std::vector<std::string> &Methods,
                      const FunctionDecl *In) {
  if (!Variable || !In)
    return false;
  return anyStatement(*In, [&](const Stmt &S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    if (!Call || !Call->getMethodDecl())
      return false;
    return namedValue(Call->getImplicitObjectArgument()) ==
               Variable->getCanonicalDecl() &&
           llvm::is_contained(Methods, lastPart(*Call->getMethodDecl()));
  });
}

bool isGivenAway(const VarDecl &Variable, const FunctionDecl &In) {
  auto IsIt = [&](const Expr *E) {
    return E && namedValue(E) == Variable.getCanonicalDecl();
  };
  return anyStatement(In, [&](const Stmt &S) {
    if (const auto *Return = dyn_cast<ReturnStmt>(&S))
      return IsIt(Return->getRetValue());
    if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
      return IsIt(Return->getOperand());
    const auto *Call = dyn_cast<CallExpr>(&S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee || !Callee->getIdentifier())
      return false;
    llvm::StringRef Name = Callee->getName();
    if (Name != "move" && Name != "swap" && Name != "exchange")
      return false;
    const auto *OnObject = dyn_cast<CXXMemberCallExpr>(Call);
    return llvm::any_of(Call->arguments(), IsIt) ||
           (OnObject && IsIt(OnObject->getImplicitObjectArgument()));
  });
}

} // namespace asynctidy
