// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Numbers.h"
#include "CallSite.h"
#include "Names.h"
#include "clang/AST/APValue.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>

using namespace clang;

namespace asynctidy {

bool isNumber(QualType T, const ASTContext &AST) {
  return !T.isNull() && !T->isDependentType() &&
         T->isIntegralOrEnumerationType() && !T->isIncompleteType() &&
         AST.getIntWidth(T) <= 64;
}

bool hasValue(QualType T, int64_t Value, const ASTContext &AST) {
  if (!isNumber(T, AST))
    return false;
  unsigned Width = AST.getIntWidth(T);
  if (T->isSignedIntegerOrEnumerationType())
    return llvm::isIntN(Width, Value);
  return Value >= 0 && llvm::isUIntN(Width, static_cast<uint64_t>(Value));
}

bool keepsAllValues(QualType From, QualType To, const ASTContext &AST) {
  if (!isNumber(From, AST) || !isNumber(To, AST))
    return false;
  bool WasSigned = From->isSignedIntegerOrEnumerationType();
  bool IsSigned = To->isSignedIntegerOrEnumerationType();
  unsigned Before = AST.getIntWidth(From), After = AST.getIntWidth(To);
  return WasSigned == IsSigned ? Before <= After : IsSigned && Before < After;
}

bool isDuration(QualType T) {
  if (T.isNull())
    return false;
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->getIdentifier() && Record->getName() == "duration" &&
         qualifiedName(*Record) == "std::chrono::duration";
}

/// \p Value as an integer, away from zero: half a second is more than none.
static std::optional<int64_t> rounded(llvm::APFloat Value) {
  llvm::APSInt Integer(64, /*isUnsigned=*/false);
  bool IsExact;
  if (Value.isNaN())
    return std::nullopt;
  // Too large a number becomes the largest one.
  Value.convertToInteger(Integer,
                         Value.isNegative() ? llvm::APFloat::rmTowardNegative
                                            : llvm::APFloat::rmTowardPositive,
                         &IsExact);
  return Integer.getExtValue();
}

static std::optional<int64_t> clamped(const llvm::APSInt &Value) {
  if (Value.isRepresentableByInt64())
    return Value.getExtValue();
  return Value.isNegative() ? std::numeric_limits<int64_t>::min()
                            : std::numeric_limits<int64_t>::max();
}

/// Adds the numbers in \p Value, through its fields and bases. False: there is
/// something else in it.
static bool addNumbers(const APValue &Value,
                       llvm::SmallVectorImpl<int64_t> &Numbers) {
  std::optional<int64_t> Number;
  if (Value.isInt())
    Number = clamped(Value.getInt());
  else if (Value.isFloat())
    Number = rounded(Value.getFloat());
  if (Number) {
    Numbers.push_back(*Number);
    return true;
  }
  if (!Value.isStruct())
    return false;
  for (unsigned I = 0; I < Value.getStructNumBases(); ++I)
    if (!addNumbers(Value.getStructBase(I), Numbers))
      return false;
  for (unsigned I = 0; I < Value.getStructNumFields(); ++I)
    if (!addNumbers(Value.getStructField(I), Numbers))
      return false;
  return true;
}

static std::optional<int64_t> evaluatedTicks(const Expr *E,
                                             const ASTContext &AST) {
  if (!E || E->isInstantiationDependent() || E->getType()->isPointerType())
    return std::nullopt;
  Expr::EvalResult Result;
  llvm::SmallVector<int64_t, 2> Numbers;
  if (!E->EvaluateAsRValue(Result, AST, /*InConstantContext=*/true) ||
      !addNumbers(Result.Val, Numbers) || Numbers.empty())
    return std::nullopt;
  if (Numbers.size() == 1)
    return Numbers.front();
  if (llvm::any_of(Numbers, [](int64_t N) { return N > 0; }))
    return std::nullopt; // which of them counts is not known
  return llvm::all_of(Numbers, [](int64_t N) { return N == 0; }) ? 0 : -1;
}

/// `timeout.zero()` is zero, whatever `timeout` is.
static bool isZeroOfDurations(const Expr &E) {
  const auto *Call = dyn_cast<CallExpr>(&E);
  const auto *Method =
      dyn_cast_or_null<CXXMethodDecl>(Call ? Call->getDirectCallee() : nullptr);
  return Method && Method->getIdentifier() && Method->getName() == "zero" &&
         isDuration(Call->getType());
}

std::optional<int64_t> constantTicks(const Expr *E, const ASTContext &AST) {
  if (!E)
    return std::nullopt;
  const Expr *Source = valueSource(E);
  if (isZeroOfDurations(*Source))
    return 0;
  for (const Expr *Form : {E, E->IgnoreParens()->IgnoreImplicit(), Source})
    if (std::optional<int64_t> Ticks = evaluatedTicks(Form, AST))
      return Ticks;
  // Other units count other ticks, but zero and the sign stay.
  if (const auto *Convert = dyn_cast<CXXConstructExpr>(Source);
      Convert && Convert->getNumArgs() && isDuration(Convert->getType()) &&
      isDuration(Convert->getArg(0)->getType()))
    return constantTicks(Convert->getArg(0), AST);
  // `const auto none = 0s;` is no constant expression, but its value is known.
  const auto *Ref = dyn_cast<DeclRefExpr>(Source);
  const auto *Variable = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Variable || !Variable->getType().isConstQualified() ||
      !Variable->getInit())
    return std::nullopt;
  return evaluatedTicks(Variable->getInit()->IgnoreImplicit(), AST);
}

} // namespace asynctidy
