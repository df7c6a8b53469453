// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Constants.h"
#include "CallSite.h"
#include "clang/AST/APValue.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace asynctidy {

static std::optional<int64_t> literalValue(llvm::StringRef Text) {
  int64_t Value;
  if (Text.rtrim("uUlLzZ").getAsInteger(0, Value))
    return std::nullopt;
  return Value;
}

/// Macros name each other at most this deep; more is no constant we know.
static constexpr int MaxMacroDepth = 8;

static std::optional<int64_t> macroValue(llvm::StringRef Name,
                                         const ASTContext &AST,
                                         const Preprocessor &PP, int Depth);

static std::optional<int64_t> tokenValue(const Token &Tok,
                                         const ASTContext &AST,
                                         const Preprocessor &PP, int Depth) {
  if (Tok.is(tok::numeric_constant))
    return literalValue(PP.getSpelling(Tok));
  const IdentifierInfo *Name = Tok.getIdentifierInfo();
  if (!Name)
    return std::nullopt;
  // glibc writes `#define MSG_DONTWAIT MSG_DONTWAIT` beside an enumerator.
  if (std::optional<int64_t> Value =
          macroValue(Name->getName(), AST, PP, Depth + 1))
    return Value;
  const auto *Constant = llvm::dyn_cast_or_null<EnumConstantDecl>(
      findDeclaration(Name->getName(), AST));
  if (!Constant)
    return std::nullopt;
  return Constant->getInitVal().getExtValue();
}

/// Understands a value, in parentheses or not, with a sign or not: what the
/// constants of system headers look like.
static std::optional<int64_t> macroValue(llvm::StringRef Name,
                                         const ASTContext &AST,
                                         const Preprocessor &PP, int Depth) {
  const IdentifierInfo *Id = PP.getIdentifierInfo(Name);
  const MacroInfo *Macro = Id ? PP.getMacroInfo(Id) : nullptr;
  if (!Macro || Macro->isFunctionLike() || Depth > MaxMacroDepth)
    return std::nullopt;
  std::optional<int64_t> Value;
  bool Negative = false;
  for (const Token &Tok : Macro->tokens()) {
    if (Tok.isOneOf(tok::l_paren, tok::r_paren))
      continue;
    if (Tok.is(tok::minus) && !Value) {
      Negative = true;
      continue;
    }
    if (Value || (Tok.getIdentifierInfo() && Tok.getIdentifierInfo() == Id))
      return std::nullopt;
    Value = tokenValue(Tok, AST, PP, Depth);
    if (!Value)
      return std::nullopt;
  }
  if (Value && Negative)
    return -*Value;
  return Value;
}

const NamedDecl *findDeclaration(llvm::StringRef Name, const ASTContext &AST) {
  const DeclContext *Context = AST.getTranslationUnitDecl();
  const NamedDecl *Found = nullptr;
  while (!Name.empty()) {
    auto [Part, Rest] = Name.split("::");
    if (!Context)
      return nullptr;
    DeclarationName Id = &AST.Idents.get(Part);
    DeclContext::lookup_result Result = Context->lookup(Id);
    if (Result.empty())
      return nullptr;
    Found = Result.front();
    const auto *Inner = dyn_cast<DeclContext>(Found);
    if (const auto *Tag = dyn_cast<TagDecl>(Found))
      Inner = Tag->getDefinition();
    Context = Inner;
    Name = Rest;
  }
  return Found;
}

std::optional<int64_t> constantNamed(llvm::StringRef Name,
                                     const ASTContext &AST,
                                     const Preprocessor &PP) {
  if (Name == "true" || Name == "false")
    return Name == "true";
  if (std::optional<int64_t> Value = literalValue(Name))
    return Value;
  if (std::optional<int64_t> Value = macroValue(Name, AST, PP, 0))
    return Value;
  const NamedDecl *D = findDeclaration(Name, AST);
  if (const auto *Constant = llvm::dyn_cast_or_null<EnumConstantDecl>(D))
    return Constant->getInitVal().getExtValue();
  const auto *Variable = llvm::dyn_cast_or_null<VarDecl>(D);
  if (!Variable || !Variable->getInit() || !Variable->isConstexpr())
    return std::nullopt;
  return constantValue(Variable->getInit(), AST);
}

std::optional<int64_t> constantValue(const Expr *E, const ASTContext &AST) {
  if (!E || E->getType().isNull() || E->isValueDependent() ||
      E->isTypeDependent())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, AST))
    return std::nullopt;
  llvm::APSInt Value = Result.Val.getInt();
  return Value.isRepresentableByInt64() ? std::optional(Value.getExtValue())
                                        : std::nullopt;
}

uint64_t knownBits(const Expr *E, const ASTContext &AST) {
  if (!E)
    return 0;
  if (std::optional<int64_t> Value = constantValue(E, AST))
    return static_cast<uint64_t>(*Value);
  E = E->IgnoreParenImpCasts();
  if (const auto *Both = dyn_cast<BinaryOperator>(E);
      Both && Both->getOpcode() == BO_Or)
    return knownBits(Both->getLHS(), AST) | knownBits(Both->getRHS(), AST);
  if (const auto *Either = dyn_cast<ConditionalOperator>(E))
    return knownBits(Either->getTrueExpr(), AST) &
           knownBits(Either->getFalseExpr(), AST);
  return 0;
}

/// Whether every number in a value, through its fields and bases, is.
static bool isZeroOrNegative(const APValue &Value) {
  if (Value.isInt())
    return !Value.getInt().isStrictlyPositive();
  if (Value.isFloat())
    return Value.getFloat().isZero() || Value.getFloat().isNegative();
  if (!Value.isStruct())
    return false;
  unsigned Bases = Value.getStructNumBases();
  unsigned Fields = Value.getStructNumFields();
  for (unsigned I = 0; I < Bases; ++I)
    if (!isZeroOrNegative(Value.getStructBase(I)))
      return false;
  for (unsigned I = 0; I < Fields; ++I)
    if (!isZeroOrNegative(Value.getStructField(I)))
      return false;
  return Bases + Fields > 0;
}

static bool evaluatesToZero(const Expr *E, const ASTContext &AST) {
  if (!E || E->isValueDependent() || E->isTypeDependent())
    return false;
  Expr::EvalResult Result;
  return E->EvaluateAsRValue(Result, AST, /*InConstantContext=*/true) &&
         isZeroOrNegative(Result.Val);
}

bool isZeroDuration(const Expr *E, const ASTContext &AST) {
  if (!E)
    return false;
  const Expr *Plain = E->IgnoreParens()->IgnoreImplicit();
  if (evaluatesToZero(Plain, AST) || evaluatesToZero(valueSource(E), AST))
    return true;
  // `const auto none = 0s;` is no constant expression, but its value is known;
  // C functions are given its address.
  const Expr *Source = valueSource(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(Source);
      Address && Address->getOpcode() == UO_AddrOf)
    Source = valueSource(Address->getSubExpr());
  const auto *Ref = dyn_cast<DeclRefExpr>(Source);
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Variable || !Variable->getType().isConstQualified() ||
      !Variable->getInit())
    return false;
  return evaluatesToZero(Variable->getInit()->IgnoreImplicit(), AST);
}

bool isNullPointer(const Expr *E, ASTContext &AST) {
  if (!E || E->isValueDependent() || E->isTypeDependent())
    return false;
  return E->IgnoreParenCasts()->isNullPointerConstant(
             AST, Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull;
}

} // namespace asynctidy
