// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OpenConditions.h"
#include "Numbers.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace asynctidy {

using program::ParameterTest;

namespace {

/// Collects the tests for the conditions of one entry.
class Opener {
public:
  Opener(const Parameters &In, const RuleMatcher &Rules)
      : In(In), Rules(Rules) {}

  void open(const Condition &C, const Expr &E);
  std::vector<ParameterTest> Tests;

private:
  void openEquals(const Expr &E, int64_t Value);
  void openFlag(const Expr &E, int64_t Bits);
  void openZeroDuration(const Expr &E);
  void openNull(const Expr &E);
  void add(const ParmVarDecl &P, ParameterTest::Operator Op, int64_t Value);

  const Parameters &In;
  const RuleMatcher &Rules;
};

} // namespace

void Opener::add(const ParmVarDecl &P, ParameterTest::Operator Op,
                 int64_t Value) {
  Tests.push_back({P.getFunctionScopeIndex(), Op, Value});
}

static QualType typeOf(const ParmVarDecl &P) {
  return P.getType().getNonReferenceType();
}
static bool isNumber(const ParmVarDecl &P) {
  return asynctidy::isNumber(typeOf(P), P.getASTContext());
}

/// Whether a conversion leaves that value, or these bits, alone.
static auto keeps(int64_t Value) {
  return [Value](QualType From, QualType To, const ASTContext &AST) {
    return hasValue(From, Value, AST) && hasValue(To, Value, AST);
  };
}

void Opener::openEquals(const Expr &E, int64_t Value) {
  const ParmVarDecl *P = In.passedOn(&E, keeps(Value));
  // What is passed is a number; of a duration's ticks only zero is certain.
  if (!P || !(isNumber(*P) || (isDuration(typeOf(*P)) && Value == 0)))
    return;
  add(*P, ParameterTest::Equal, Value);
}

/// `flags | OTHER` has the bits that `flags` has.
void Opener::openFlag(const Expr &E, int64_t Bits) {
  if (const auto *Or = dyn_cast<BinaryOperator>(E.IgnoreParenImpCasts());
      Or && Or->getOpcode() == BO_Or) {
    openFlag(*Or->getLHS(), Bits);
    return openFlag(*Or->getRHS(), Bits);
  }
  const ParmVarDecl *P = In.passedOn(&E, keeps(Bits));
  if (P && isNumber(*P))
    add(*P, ParameterTest::HasBits, Bits);
}

/// Not of pointers to one: without it, there is no limit to the time.
void Opener::openZeroDuration(const Expr &E) {
  const ParmVarDecl *P = In.passedOn(&E);
  if (!P || E.getType()->isPointerType() || typeOf(*P)->isPointerType())
    return;
  bool IsUnsigned =
      isNumber(*P) && !typeOf(*P)->isSignedIntegerOrEnumerationType();
  add(*P, IsUnsigned ? ParameterTest::Equal : ParameterTest::LessEqual, 0);
}

void Opener::openNull(const Expr &E) {
  const ParmVarDecl *P = In.passedOn(&E);
  if (P && typeOf(*P)->isPointerType())
    add(*P, ParameterTest::Equal, 0);
}

void Opener::open(const Condition &C, const Expr &E) {
  switch (C.What) {
  case Condition::Equals:
  case Condition::HasFlag:
    for (const std::string &Name : C.Values) {
      std::optional<int64_t> Value = Rules.constant(Name);
      if (Value && C.What == Condition::Equals)
        openEquals(E, *Value);
      else if (Value && *Value > 0)
        openFlag(E, *Value);
    }
    return;
  case Condition::ZeroDuration:
    return openZeroDuration(E);
  case Condition::Null:
    return openNull(E);
  default:
    return; // nothing that a caller decides by what it gives
  }
}

std::vector<ParameterTest> openConditions(const RuleEntry &Entry,
                                          const CallSite &Site,
                                          const Parameters &In,
                                          const RuleMatcher &Rules) {
  Opener Found(In, Rules);
  for (const Condition &C : Entry.Unless)
    if (const Expr *E = RuleMatcher::subject(Site, C.On))
      Found.open(C, *E);
  return std::move(Found.Tests);
}

} // namespace asynctidy
