// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CallSiteMaker.h"
#include "Callable.h"
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

static bool isShift(const CallExpr &Call) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  return Operator && (Operator->getOperator() == OO_LessLess ||
                      Operator->getOperator() == OO_GreaterGreater);
}

/// The stream at the far left of `stream << a << b`.
static const Expr *streamOf(const Expr *E) {
  while (const auto *Call = dyn_cast<CallExpr>(valueSource(E))) {
    if (!isShift(*Call))
      break;
    E = Call->getArg(0);
  }
  return valueSource(E);
}

static SourceLocation placeOf(const CallExpr &Call) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call)) {
    bool IsAround = Operator->getOperator() == OO_Call ||
                    Operator->getOperator() == OO_Subscript;
    return IsAround ? Call.getBeginLoc() : Operator->getOperatorLoc();
  }
  // An implicit conversion calls a member that is not in the text.
  const auto *Member =
      dyn_cast<MemberExpr>(Call.getCallee()->IgnoreParenImpCasts());
  return Member && Member->getMemberLoc().isValid() ? Member->getMemberLoc()
                                                    : Call.getBeginLoc();
}

static void addArguments(CallSite &Site,
                         llvm::iterator_range<CallExpr::const_arg_iterator> A) {
  for (const Expr *Arg : A) {
    Site.Args.push_back(Arg);
    if (!isa<CXXDefaultArgExpr>(Arg))
      ++Site.WrittenArgs;
  }
}

/// The function that \p Call names. In a template the overload can depend on
/// the arguments, unless there is only one function of that name.
static const FunctionDecl *calleeOf(const CallExpr &Call) {
  if (const FunctionDecl *Callee = Call.getDirectCallee())
    return Callee;
  const auto *Lookup =
      dyn_cast<UnresolvedLookupExpr>(Call.getCallee()->IgnoreParens());
  if (!Lookup || !llvm::hasSingleElement(Lookup->decls()))
    return nullptr;
  return (*Lookup->decls_begin())->getUnderlyingDecl()->getAsFunction();
}

CallSite plainCallSite(const CallExpr &Call) {
  CallSite Site;
  Site.E = &Call;
  Site.Loc = placeOf(Call);
  Site.Range = Call.getSourceRange();
  if (const FunctionDecl *Callee = calleeOf(Call))
    Site.Callee = routineOf(*Callee);
  addArguments(Site, Call.arguments());
  // A static method has no object, but may be called by a class's name.
  if (const auto *Ref =
          dyn_cast<DeclRefExpr>(Call.getCallee()->IgnoreParenImpCasts()))
    if (const NestedNameSpecifier *Class = Ref->getQualifier();
        Class && Class->getAsType() && !isa<CXXOperatorCallExpr>(Call))
      Site.ObjectType = QualType(Class->getAsType(), 0);
  if (const auto *OnObject = dyn_cast<CXXMemberCallExpr>(&Call)) {
    Site.Receiver = OnObject->getImplicitObjectArgument();
    Site.ObjectType =
        Site.Receiver ? valueSource(Site.Receiver)->getType() : QualType();
    // `this->Base::f()` is Base's, whatever the object is.
    const auto *Member =
        dyn_cast<MemberExpr>(Call.getCallee()->IgnoreParenImpCasts());
    if (Member && Member->getQualifier() && Member->getQualifier()->getAsType())
      Site.ObjectType = QualType(Member->getQualifier()->getAsType(), 0);
    if (Site.Receiver)
      Site.Receiver = streamOf(Site.Receiver);
  } else if (isa<CXXOperatorCallExpr>(Call) && Call.getNumArgs()) {
    Site.Receiver = streamOf(Call.getArg(0));
    Site.ObjectType = valueSource(Call.getArg(0))->getType();
    // A member operator's object is no argument of the function.
    if (llvm::isa_and_nonnull<CXXMethodDecl>(Call.getDirectCallee())) {
      Site.Args.erase(Site.Args.begin());
      --Site.WrittenArgs;
    }
  }
  return Site;
}

static bool isClosureCall(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getParent()->isLambda();
}

CallSite callSite(const CallExpr &Call, const RuleMatcher &Rules) {
  CallSite Site = plainCallSite(Call);
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  bool CallsObject = Operator && Operator->getOperator() == OO_Call;
  const FunctionDecl *Known = Site.function();
  // A closure's call names the very instantiation that runs.
  if (Known && (!CallsObject || isClosureCall(*Known)))
    return Site;
  // `bound()` and `pointer()`: what the variable was made from is called.
  const Expr *Callee = CallsObject ? Operator->getArg(0) : Call.getCallee();
  if (const FunctionDecl *F = callableOf(Callee, Rules); F && F != Known) {
    Site.Callee = routineOf(*F);
    Site.Receiver = nullptr;
    Site.ObjectType = QualType();
  }
  return Site;
}

CallSite constructionSite(const CXXConstructExpr &Make) {
  CallSite Site;
  Site.What = CallSite::Construct;
  const CXXConstructorDecl *Constructor = Make.getConstructor();
  Site.Callee =
      Constructor->isDefaultConstructor() && !Constructor->isUserProvided()
          ? Routine(Constructor->getParent()->getCanonicalDecl(),
                    RoutineKind::Construct)
          : routineOf(*Constructor);
  Site.E = &Make;
  Site.Loc = Make.getBeginLoc();
  Site.Range = Make.getSourceRange();
  Site.ObjectType = Make.getType();
  addArguments(Site, Make.arguments());
  return Site;
}

CallSite plainSite(const Expr &E) {
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    return plainCallSite(*Call);
  const auto *Make = dyn_cast<CXXConstructExpr>(&E);
  return Make ? constructionSite(*Make) : CallSite();
}

/// The arguments of the call or construction that made a destroyed object.
static void addMakersArguments(CallSite &Site) {
  const Expr *Maker = valueOrigin(Site.Receiver);
  if (const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Maker)) {
    addArguments(Site, Call->arguments());
    // What a function returns has a value, whatever the function takes.
    Site.WrittenArgs = std::max(Site.WrittenArgs, 1u);
  } else if (const auto *Make = llvm::dyn_cast_or_null<CXXConstructExpr>(Maker))
    addArguments(Site, Make->arguments());
  else if (Maker)
    Site.WrittenArgs = 1;
}

CallSite destructionSite(const VarDecl &Variable, const CXXRecordDecl &Record) {
  CallSite Site;
  Site.What = CallSite::Destroy;
  Site.Callee = destructionOf(Record);
  Site.Variable = &Variable;
  Site.Receiver = Variable.getInit();
  Site.E = Variable.getInit();
  Site.Loc = Variable.getLocation();
  Site.Range = Variable.getLocation();
  Site.ObjectType = Variable.getType();
  addMakersArguments(Site);
  return Site;
}

CallSite destructionSite(const Expr &E, const CXXRecordDecl &Record) {
  CallSite Site;
  Site.What = CallSite::Destroy;
  Site.Callee = destructionOf(Record);
  Site.E = &E;
  Site.Receiver = &E;
  addMakersArguments(Site);
  Site.Loc = E.getBeginLoc();
  Site.Range = E.getSourceRange();
  Site.ObjectType = isa<CXXDeleteExpr>(E)
                        ? cast<CXXDeleteExpr>(E).getDestroyedType()
                        : E.getType();
  return Site;
}

CallSite callableSite(const Expr &E, const FunctionDecl &F,
                      llvm::ArrayRef<const Expr *> Args) {
  CallSite Site;
  Site.Callee = routineOf(F);
  Site.E = &E;
  Site.Loc = E.getBeginLoc();
  Site.Range = E.getSourceRange();
  Site.Args.append(Args.begin(), Args.end());
  Site.WrittenArgs = Args.size();
  // The object of a member function comes first.
  if (isa<CXXMethodDecl>(F) && !Args.empty() &&
      !cast<CXXMethodDecl>(F).getParent()->isLambda() &&
      Args.size() == F.getNumParams() + 1) {
    Site.Receiver = Args.front();
    Site.ObjectType = valueSource(Args.front())->getType();
    Site.Args.erase(Site.Args.begin());
    --Site.WrittenArgs;
  }
  return Site;
}

CallSite memberSite(const CXXRecordDecl &Record, RoutineKind What,
                    SourceLocation Loc) {
  CallSite Site;
  Site.What =
      What == RoutineKind::Destroy ? CallSite::Destroy : CallSite::Construct;
  Site.Callee = Routine(Record.getCanonicalDecl(), What);
  // A member is given its value somewhere else; what it is destroyed with is
  // not to be seen, so it counts as having one.
  Site.WrittenArgs = What == RoutineKind::Destroy ? 1 : 0;
  Site.Loc = Loc;
  Site.Range = Loc;
  if (What == RoutineKind::Construct)
    for (const CXXConstructorDecl *Constructor : Record.ctors())
      if (Constructor->isDefaultConstructor() && Constructor->isUserProvided())
        Site.Callee = routineOf(*Constructor);
  return Site;
}

static QualType typeArgument(const TemplateArgumentList *List, unsigned Index) {
  if (!List || Index >= List->size() ||
      List->get(Index).getKind() != TemplateArgument::Type)
    return {};
  return List->get(Index).getAsType();
}

/// The type that \p Site constructs: a template argument of the function, or
/// for a method of its class.
static QualType constructedType(const CallSite &Site, unsigned Index) {
  const FunctionDecl *F = Site.function();
  if (!F)
    return {};
  if (const auto *Method = dyn_cast<CXXMethodDecl>(F)) {
    const auto *Class = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        recordOf(Site.ObjectType));
    if (!Class)
      Class = dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent());
    return Class ? typeArgument(&Class->getTemplateArgs(), Index) : QualType();
  }
  return typeArgument(F->getTemplateSpecializationArgs(), Index);
}

static bool isLibrary(const CXXRecordDecl &Record) {
  return Record.getASTContext().getSourceManager().isInSystemHeader(
      Record.getLocation());
}

static bool takes(const CXXConstructorDecl &Constructor,
                  llvm::ArrayRef<const Expr *> Args, bool SameTypes) {
  if (Constructor.isCopyOrMoveConstructor() || Constructor.isDeleted() ||
      Args.size() < Constructor.getMinRequiredArguments() ||
      Args.size() > Constructor.getNumParams())
    return false;
  if (!SameTypes)
    return true;
  return llvm::all_of(llvm::enumerate(Args), [&](auto Arg) {
    QualType Parameter =
        Constructor.getParamDecl(Arg.index())->getType().getNonReferenceType();
    return Parameter.getCanonicalType().getUnqualifiedType() ==
           valueSource(Arg.value())
               ->getType()
               .getCanonicalType()
               .getUnqualifiedType();
  });
}

/// The constructor that \p Args must mean, if only one can be. Which overload
/// of a library's class it is does not matter: rules name them all at once.
static const CXXConstructorDecl *
onlyConstructor(const CXXRecordDecl &Record,
                llvm::ArrayRef<const Expr *> Args) {
  for (bool SameTypes : {false, true}) {
    const CXXConstructorDecl *Only = nullptr;
    unsigned Count = 0;
    for (const CXXConstructorDecl *Constructor : Record.ctors())
      if (takes(*Constructor, Args, SameTypes))
        Only = Constructor, ++Count;
    if (Count == 1 || (Count > 1 && isLibrary(Record)))
      return Only;
  }
  return nullptr;
}

std::optional<CallSite> constructedSite(const CallSite &Site,
                                        const RuleEntry &Entry) {
  QualType T = constructedType(Site, Entry.TemplateArgument.value_or(0));
  const CXXRecordDecl *Record = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  unsigned First = Entry.FirstArgument.value_or(0);
  if (!Record || !Record->hasDefinition() || First > Site.WrittenArgs)
    return std::nullopt;
  Record = Record->getDefinition();
  llvm::ArrayRef<const Expr *> Args =
      llvm::ArrayRef(Site.Args).take_front(Site.WrittenArgs).drop_front(First);
  CallSite Made = Site;
  Made.What = CallSite::Construct;
  Made.Receiver = nullptr;
  Made.ObjectType = T;
  Made.Args.assign(Args.begin(), Args.end());
  Made.WrittenArgs = Args.size();
  const CXXConstructorDecl *Constructor = onlyConstructor(*Record, Args);
  bool Implicit =
      Args.empty() && (!Constructor || !Constructor->isUserProvided());
  if (Implicit)
    Made.Callee = Routine(Record->getCanonicalDecl(), RoutineKind::Construct);
  else if (Constructor)
    Made.Callee = routineOf(*Constructor);
  else
    return std::nullopt;
  return Made;
}

} // namespace asynctidy
