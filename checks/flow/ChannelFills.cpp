// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ChannelFills.h"
#include "AccessPath.h"
#include "ErrorMentions.h"
#include "LexicalScopes.h"
#include "model/CallSiteMaker.h"
#include "model/Constants.h"
#include "model/Coroutine.h"
#include "model/Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {
namespace {

class FillFinder {
public:
  FillFinder(const Stmt &Body, const Model &M, unsigned Few)
      : M(M), Few(Few), Scopes(Body) {}

  void find(const Stmt &S);
  std::vector<ChannelFill> Found;

private:
  const Stmt *longLoopAround(const Stmt &S) const;
  bool isShort(const Stmt &Loop) const;
  bool isLimited(const AccessPath &Channel, const RuleEntry &Entry,
                 const Stmt &S, const Stmt &Loop) const;

  const Model &M;
  unsigned Few;
  LexicalScopes Scopes;
};

/// How often \p Loop goes round, where it counts from one constant to another.
std::optional<int64_t> turnsOf(const ForStmt &Loop, const ASTContext &AST) {
  const auto *Init = llvm::dyn_cast_or_null<DeclStmt>(Loop.getInit());
  const auto *Counter = Init && Init->isSingleDecl()
                            ? dyn_cast<VarDecl>(Init->getSingleDecl())
                            : nullptr;
  const auto *Test = llvm::dyn_cast_or_null<BinaryOperator>(Loop.getCond());
  if (!Counter || !Counter->getInit() || !Test || !Test->isComparisonOp())
    return std::nullopt;
  std::optional<int64_t> From = constantValue(Counter->getInit(), AST);
  bool Left = namedValue(Test->getLHS()) == Counter->getCanonicalDecl();
  std::optional<int64_t> To =
      constantValue(Left ? Test->getRHS() : Test->getLHS(), AST);
  if (!From || !To)
    return std::nullopt;
  return *From < *To ? *To - *From : *From - *To;
}

bool FillFinder::isShort(const Stmt &Loop) const {
  if (const auto *For = dyn_cast<ForStmt>(&Loop)) {
    std::optional<int64_t> Turns = turnsOf(*For, M.ast());
    return Turns && *Turns <= Few;
  }
  const auto *Range = dyn_cast<CXXForRangeStmt>(&Loop);
  const Expr *Over = Range ? valueOrigin(Range->getRangeInit()) : nullptr;
  if (!Over)
    return false;
  const auto *Array = M.ast().getAsConstantArrayType(Over->getType());
  if (Array)
    return Array->getSize().ule(Few);
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Over->getType()->getAsCXXRecordDecl());
  if (Special && qualifiedName(*Special) == "std::array")
    return Special->getTemplateArgs()[1].getAsIntegral().ule(Few);
  return isa<CXXStdInitializerListExpr, InitListExpr>(Over);
}

const Stmt *FillFinder::longLoopAround(const Stmt &S) const {
  for (const Stmt *Around = &S; Around; Around = Scopes.parentOf(*Around))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Around) &&
        !isShort(*Around))
      return Around;
  return nullptr;
}

/// Whether something in \p S, a part of \p Loop, keeps the channel from
/// growing.
bool FillFinder::isLimited(const AccessPath &Channel, const RuleEntry &Entry,
                           const Stmt &S, const Stmt &Loop) const {
  if (isa<LambdaExpr>(S))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(&S)) {
    CallSite Site = plainCallSite(*Call);
    const FunctionDecl *F = Site.function();
    const Expr *Object = receiverOf(*Call);
    if (F && M.rules().find(Site, Role::Bound, nullptr) &&
        !(Object &&
          M.rules().findType(valueSource(Object)->getType(), Role::Channel)))
      return true;
    std::optional<AccessPath> Path = AccessPath::of(Object);
    if (F && F->getIdentifier() && Path && *Path == Channel) {
      bool Sends = llvm::is_contained(Entry.Send, F->getName());
      if (llvm::is_contained(Entry.Receive, F->getName()) ||
          (!Sends && isTested(*Call, Scopes)))
        return true;
    }
    if (Object && M.rules().findType(Object->getType(), Role::Permit))
      return true;
  }
  return llvm::any_of(S.children(), [&](const Stmt *Child) {
    return Child && isLimited(Channel, Entry, *Child, Loop);
  });
}

void FillFinder::find(const Stmt &S) {
  if (isa<LambdaExpr>(S))
    return;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S)) {
    const Expr *Object = Call->getImplicitObjectArgument();
    const CXXMethodDecl *Method = Call->getMethodDecl();
    const RuleEntry *Entry =
        Object
            ? M.rules().findType(valueSource(Object)->getType(), Role::Channel)
            : nullptr;
    std::optional<AccessPath> Path = AccessPath::of(Object);
    const Stmt *Loop = longLoopAround(S);
    if (Entry && Loop && Path && Method && Method->getIdentifier() &&
        llvm::is_contained(Entry->Send, Method->getName()) &&
        !isLimited(*Path, *Entry, *Loop, *Loop)) {
      const ValueDecl *Channel =
          Path->Fields.empty() ? Path->Root : Path->Fields.back();
      Found.push_back({Channel, Entry, Call});
    }
  }
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return find(*Suspend->getOperand());
  for (const Stmt *Child : S.children())
    if (Child)
      find(*Child);
}

} // namespace

std::vector<ChannelFill> channelFillsOf(const FunctionDecl &F, const Model &M,
                                        unsigned Few) {
  const CoroutineBodyStmt *Coroutine = coroutineBody(F);
  if (!Coroutine || F.isDependentContext())
    return {};
  FillFinder Finder(*Coroutine->getBody(), M, Few);
  Finder.find(*Coroutine->getBody());
  return std::move(Finder.Found);
}

} // namespace asynctidy
