// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "AwaitedType.h"
#include "Constants.h"
#include "Coroutine.h"
#include "Mentions.h"
#include "Names.h"
#include "Project.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace asynctidy {

/// The definition of \p Record, or of what it is instantiated from.
static const CXXRecordDecl *definitionOf(const CXXRecordDecl *Record) {
  if (!Record || Record->hasDefinition())
    return Record ? Record->getDefinition() : nullptr;
  const CXXRecordDecl *Pattern = Record->getTemplateInstantiationPattern();
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (!Pattern && Special) // nobody has needed it yet
    Pattern = Special->getSpecializedTemplate()->getTemplatedDecl();
  return Pattern && Pattern->hasDefinition() ? Pattern->getDefinition()
                                             : nullptr;
}

const CXXRecordDecl *shownRecord(QualType T) {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  if (const CXXRecordDecl *Record = T->getAsCXXRecordDecl())
    return definitionOf(Record);
  // In a template: `struct promise : promise_base<T>`.
  const auto *Special = T->getAs<TemplateSpecializationType>();
  const TemplateDecl *Template =
      Special ? Special->getTemplateName().getAsTemplateDecl() : nullptr;
  return Template ? definitionOf(llvm::dyn_cast_or_null<CXXRecordDecl>(
                        Template->getTemplatedDecl()))
                  : nullptr;
}

static const NamedDecl *member(const CXXRecordDecl &Record,
                               DeclarationName Name, unsigned Depth = 8) {
  for (const NamedDecl *Found : Record.lookup(Name))
    if (!isa<UsingDecl>(Found)) // what it names is there, too
      return Found;
  if (!Depth)
    return nullptr;
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (const CXXRecordDecl *Parent = shownRecord(Base.getType()))
      if (const NamedDecl *Inherited = member(*Parent, Name, Depth - 1))
        return Inherited;
  return nullptr;
}

const FunctionDecl *memberFunction(const CXXRecordDecl &Record,
                                   llvm::StringRef Name) {
  const NamedDecl *Found =
      member(Record, &Record.getASTContext().Idents.get(Name));
  return Found ? Found->getUnderlyingDecl()->getAsFunction() : nullptr;
}

/// `Record::promise_type`, a class or a name for one.
static const CXXRecordDecl *memberPromise(const CXXRecordDecl &Record) {
  const auto *Type = llvm::dyn_cast_or_null<TypeDecl>(
      member(Record, &Record.getASTContext().Idents.get("promise_type")));
  if (const auto *Class = llvm::dyn_cast_or_null<CXXRecordDecl>(Type))
    return definitionOf(Class);
  const auto *Name = llvm::dyn_cast_or_null<TypedefNameDecl>(Type);
  return Name ? shownRecord(Name->getUnderlyingType()) : nullptr;
}

static bool isSpecializedFor(const ClassTemplateSpecializationDecl &Traits,
                             const CXXRecordDecl &Record) {
  const TemplateArgumentList &Args = Traits.getTemplateArgs();
  if (!Args.size() || Args[0].getKind() != TemplateArgument::Type)
    return false;
  const CXXRecordDecl *Meant = shownRecord(Args[0].getAsType());
  if (!Meant)
    return false;
  const CXXRecordDecl *Pattern = Record.getTemplateInstantiationPattern();
  return Meant->getCanonicalDecl() == Record.getCanonicalDecl() ||
         (Pattern && Meant->getCanonicalDecl() == Pattern->getCanonicalDecl());
}

/// What a specialization of std::coroutine_traits names.
static const CXXRecordDecl *traitsPromise(const CXXRecordDecl &Record) {
  auto *Traits = llvm::dyn_cast_or_null<ClassTemplateDecl>(
      findDeclaration("std::coroutine_traits", Record.getASTContext()));
  if (!Traits)
    return nullptr;
  for (const ClassTemplateSpecializationDecl *Special :
       Traits->specializations())
    if (Special->isExplicitSpecialization() &&
        isSpecializedFor(*Special, Record))
      return memberPromise(*Special);
  llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
  const_cast<ClassTemplateDecl *>(Traits)->getPartialSpecializations(Partial);
  for (const ClassTemplatePartialSpecializationDecl *Special : Partial)
    if (isSpecializedFor(*Special, Record))
      return memberPromise(*Special);
  return nullptr;
}

const CXXRecordDecl *promiseTypeOf(const CXXRecordDecl &Record) {
  if (const CXXRecordDecl *Own = memberPromise(Record))
    return Own;
  return traitsPromise(Record);
}

/// A free `operator co_await` for \p Record beside its class.
static const FunctionDecl *freeAwaitOperator(const CXXRecordDecl &Record) {
  DeclarationName Name =
      Record.getASTContext().DeclarationNames.getCXXOperatorName(OO_Coawait);
  const DeclContext *Scope = Record.getDeclContext();
  while (Scope->isRecord())
    Scope = Scope->getParent();
  for (const NamedDecl *Found : Scope->getRedeclContext()->lookup(Name)) {
    const FunctionDecl *F = Found->getAsFunction();
    if (!F || F->getNumParams() != 1)
      continue;
    const CXXRecordDecl *Taken = shownRecord(F->getParamDecl(0)->getType());
    const CXXRecordDecl *Pattern = Record.getTemplateInstantiationPattern();
    if (Taken && (Taken == &Record || (Pattern && Taken == Pattern)))
      return F;
  }
  return nullptr;
}

const CXXRecordDecl *awaiterOf(const CXXRecordDecl &Record) {
  if (memberFunction(Record, "await_ready"))
    return &Record;
  const NamedDecl *Operator = member(
      Record,
      Record.getASTContext().DeclarationNames.getCXXOperatorName(OO_Coawait));
  const FunctionDecl *F = Operator ? Operator->getAsFunction() : nullptr;
  if (!F)
    F = freeAwaitOperator(Record);
  const CXXRecordDecl *Awaiter = F ? shownRecord(F->getReturnType()) : nullptr;
  return Awaiter && memberFunction(*Awaiter, "await_ready") ? Awaiter : nullptr;
}

QualType awaitedResult(const CXXRecordDecl &Record) {
  const CXXRecordDecl *Awaiter = awaiterOf(Record);
  const FunctionDecl *Resume =
      Awaiter ? memberFunction(*Awaiter, "await_resume") : nullptr;
  if (!Resume || Resume->getReturnType()->isUndeducedType())
    return {};
  return Resume->getReturnType();
}

std::optional<bool> constantAnswer(const FunctionDecl &F) {
  const FunctionDecl *Shown = asynctidy::definitionOf(F);
  if (!Shown)
    if (const FunctionDecl *Pattern = F.getTemplateInstantiationPattern())
      Shown = asynctidy::definitionOf(*Pattern);
  const auto *Body =
      Shown ? llvm::dyn_cast_or_null<CompoundStmt>(Shown->getBody()) : nullptr;
  if (!Body || Body->size() != 1)
    return std::nullopt;
  const auto *Return = dyn_cast<ReturnStmt>(Body->body_front());
  const Expr *Value = Return ? Return->getRetValue() : nullptr;
  bool Answer;
  if (!Value || Value->isValueDependent() ||
      !Value->EvaluateAsBooleanCondition(Answer, F.getASTContext()))
    return std::nullopt;
  return Answer;
}

std::optional<bool> answerOf(const FunctionDecl *F, const Project &P) {
  if (!F || !(F->isConstexpr() || P.contains(F->getLocation())))
    return std::nullopt;
  return constantAnswer(*F);
}

bool isAwaitersOwn(const ValueDecl *Value, const FunctionDecl &In,
                   const Project &P) {
  const auto *Resume = dyn_cast<CXXMethodDecl>(&In);
  if (!llvm::isa_and_nonnull<FieldDecl>(Value) || !Resume ||
      lastPart(*Resume) != "await_resume")
    return false;
  auto Find = [&](llvm::StringRef Name) {
    return memberFunction(*Resume->getParent(), Name);
  };
  const FunctionDecl *Ready = Find("await_ready");
  auto Asks = [&](const FunctionDecl *F) {
    const FunctionDecl *Shown = F ? definitionOf(*F) : nullptr;
    return Shown && P.contains(Shown->getLocation()) &&
           mentions(*Shown->getBody(), *Value);
  };
  return answerOf(Ready, P) != true &&
         (Asks(Ready) || Asks(Find("await_suspend")));
}

} // namespace asynctidy
