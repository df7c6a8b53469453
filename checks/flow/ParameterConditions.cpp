// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ParameterConditions.h"
#include "Branches.h"
#include "Relation.h"
#include "model/Constants.h"
#include "model/Numbers.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/bit.h"
#include <limits>

using namespace clang;

namespace asynctidy {

using program::ParameterTest;

namespace {

/// A number of which some bits are looked at: `flags & mask`.
struct Masked {
  const ParmVarDecl *Parameter;
  int64_t Bits;
};

} // namespace

bool ParameterConditions::isAbout(QualType T, const ASTContext &AST) {
  QualType Value = T.getNonReferenceType();
  if (T->isLValueReferenceType() && !Value.isConstQualified())
    return false;
  return !Value.isVolatileQualified() &&
         (isNumber(Value, AST) || Value->isPointerType() || isDuration(Value));
}

const ParmVarDecl *ParameterConditions::parameter(const Expr *E) const {
  const ParmVarDecl *P = In.passedOn(E);
  return P && isAbout(P->getType(), AST) ? P : nullptr;
}

std::optional<int64_t> ParameterConditions::constant(const Expr *E) const {
  if (std::optional<int64_t> Value = constantValue(E, AST))
    return Value;
  QualType T = E->getType();
  if (T->isPointerType() || T->isNullPtrType())
    return isNullPointer(E, AST) ? std::optional<int64_t>(0) : std::nullopt;
  // Of what else can be compared with a duration, only zero means the same.
  return constantTicks(E, AST) == 0 ? std::optional<int64_t>(0) : std::nullopt;
}

/// Writes tests of types without a sign as tests for being zero, so that they
/// mean the same of a number with a sign that is passed on to such a type.
static void simplify(QualType T, const ASTContext &AST,
                     ParameterTest::Operator &Op, int64_t &Value) {
  if (T->isSignedIntegerOrEnumerationType())
    return;
  if (Op == ParameterTest::LessEqual && Value == 0)
    Op = ParameterTest::Equal;
  else if (Op == ParameterTest::GreaterEqual && Value == 1)
    Op = ParameterTest::NotEqual, Value = 0;
  else if (AST.getIntWidth(T) == 1 && Value == 1 && Op == ParameterTest::Equal)
    Op = ParameterTest::NotEqual, Value = 0;
  else if (AST.getIntWidth(T) == 1 && Value == 1 &&
           Op == ParameterTest::NotEqual)
    Op = ParameterTest::Equal, Value = 0;
}

static ParameterTest::Operator operatorOf(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_EQ:
    return ParameterTest::Equal;
  case BO_NE:
    return ParameterTest::NotEqual;
  case BO_LT:
    return ParameterTest::Less;
  case BO_LE:
    return ParameterTest::LessEqual;
  case BO_GT:
    return ParameterTest::Greater;
  default:
    return ParameterTest::GreaterEqual;
  }
}

/// Adds what contradicts `P Op Value`.
void ParameterConditions::add(const ParmVarDecl &P, BinaryOperatorKind Op,
                              int64_t Value, Tests &Found) const {
  QualType T = P.getType().getNonReferenceType();
  auto Against = operatorOf(BinaryOperator::negateComparisonOp(Op));
  if (!isNumber(T, AST)) {
    // Of pointers and durations only zero is known for certain.
    bool IsOrder = !BinaryOperator::isEqualityOp(Op);
    if (Value == 0 && !(IsOrder && T->isPointerType()))
      Found.push_back({P.getFunctionScopeIndex(), Against, 0});
    return;
  }
  if (Against == ParameterTest::Less) {
    if (Value == std::numeric_limits<int64_t>::min())
      return;
    Against = ParameterTest::LessEqual, --Value;
  } else if (Against == ParameterTest::Greater) {
    if (Value == std::numeric_limits<int64_t>::max())
      return;
    Against = ParameterTest::GreaterEqual, ++Value;
  }
  simplify(T, AST, Against, Value);
  Found.push_back({P.getFunctionScopeIndex(), Against, Value});
}

/// `flags & MASK` of a parameter and some bits.
static std::optional<Masked> maskedIn(const Expr *E, const Parameters &In,
                                      const ASTContext &AST) {
  while (const auto *Cast = dyn_cast<CastExpr>(E->IgnoreParens())) {
    if (!keepsAllValues(Cast->getSubExpr()->getType(), Cast->getType(), AST))
      break;
    E = Cast->getSubExpr();
  }
  const auto *And = dyn_cast<BinaryOperator>(E->IgnoreParens());
  if (!And || And->getOpcode() != BO_And)
    return std::nullopt;
  for (auto [Side, Other] : {std::pair(And->getLHS(), And->getRHS()),
                             std::pair(And->getRHS(), And->getLHS())}) {
    std::optional<int64_t> Bits = constantValue(Other, AST);
    if (!Bits || *Bits <= 0)
      continue;
    // A sign may get lost, but none of the bits.
    auto KeepsBits = [&](QualType From, QualType To, const ASTContext &AST) {
      return hasValue(From, *Bits, AST) && hasValue(To, *Bits, AST);
    };
    const ParmVarDecl *P = In.passedOn(Side, KeepsBits);
    if (P && isNumber(P->getType().getNonReferenceType(), AST) &&
        ParameterConditions::isAbout(P->getType(), AST))
      return Masked{P, *Bits};
  }
  return std::nullopt;
}

/// `flags & MASK` is not zero, where \p Any, or is zero.
void ParameterConditions::assumeBits(const Expr *E, bool Any,
                                     Tests &Found) const {
  std::optional<Masked> Mask = maskedIn(E, In, AST);
  if (!Mask)
    return;
  unsigned Parameter = Mask->Parameter->getFunctionScopeIndex();
  if (Any) {
    Found.push_back({Parameter, ParameterTest::Equal, 0});
    return;
  }
  // Each of the bits is one too many; if they are a number, all are enough.
  if (llvm::popcount(static_cast<uint64_t>(Mask->Bits)) > 4) {
    Found.push_back({Parameter, ParameterTest::HasBits, Mask->Bits});
    return;
  }
  for (uint64_t Rest = Mask->Bits; Rest; Rest &= Rest - 1)
    Found.push_back({Parameter, ParameterTest::HasBits,
                     static_cast<int64_t>(Rest & ~(Rest - 1))});
}

/// `(flags & MASK) == MASK`, or `!=`.
void ParameterConditions::assumeAllBits(const Expr *E, int64_t Wanted,
                                        bool Equal, Tests &Found) const {
  std::optional<Masked> Mask = maskedIn(E, In, AST);
  if (!Mask || Mask->Bits != Wanted)
    return;
  Found.push_back({Mask->Parameter->getFunctionScopeIndex(),
                   Equal ? ParameterTest::Equal : ParameterTest::HasBits,
                   Equal ? 0 : Wanted});
}

void ParameterConditions::assumeTruth(const Expr *E, bool Value,
                                      Tests &Found) const {
  if (const ParmVarDecl *P = parameter(E))
    add(*P, Value ? BO_NE : BO_EQ, 0, Found);
  else
    assumeBits(E, Value, Found);
}

void ParameterConditions::assumeRelation(const Expr *Side,
                                         BinaryOperatorKind Op,
                                         const Expr *Other,
                                         Tests &Found) const {
  std::optional<int64_t> Value = constant(Other);
  if (!Value)
    return;
  if (const ParmVarDecl *P = parameter(Side)) {
    // A duration that is made of a number may count other ticks.
    bool CountsTicks = isDuration(Side->getType()) || isDuration(P->getType());
    if (!CountsTicks || *Value == 0)
      add(*P, Op, *Value, Found);
    return;
  }
  if (!BinaryOperator::isEqualityOp(Op))
    return;
  if (*Value == 0)
    assumeBits(Side, Op == BO_NE, Found);
  else
    assumeAllBits(Side, *Value, Op == BO_EQ, Found);
}

void ParameterConditions::assume(const Expr *Condition, bool Value,
                                 unsigned Variables, Tests &Found) const {
  forEachDecided(Condition, Value, [&](const Expr *E, bool Holds) {
    if (const Expr *Inner = askedFor(E, AST); Inner != E)
      return assume(Inner, Holds, Variables, Found);
    if (std::optional<Relation> R = relationOf(*E)) {
      BinaryOperatorKind Op =
          Holds ? R->Op : BinaryOperator::negateComparisonOp(R->Op);
      assumeRelation(R->Left, Op, R->Right, Found);
      assumeRelation(R->Right, BinaryOperator::reverseComparisonOp(Op), R->Left,
                     Found);
      return;
    }
    const Expr *Init = In.initializerOf(E);
    if (Init && Variables && E->getType()->isBooleanType())
      return assume(Init, Holds, Variables - 1, Found);
    assumeTruth(E, Holds, Found);
  });
}

ParameterConditions::Tests ParameterConditions::against(const Expr *Condition,
                                                        bool Value) const {
  Tests Found;
  assume(Condition, Value, /*Variables=*/4, Found);
  return Found;
}

ParameterConditions::Tests
ParameterConditions::against(const SwitchStmt &Switch,
                             const CaseStmt *Label) const {
  Tests Found;
  if (Label) {
    if (!Label->getRHS()) // no range
      assumeRelation(Switch.getCond(), BO_EQ, Label->getLHS(), Found);
    return Found;
  }
  for (const SwitchCase *Next = Switch.getSwitchCaseList(); Next;
       Next = Next->getNextSwitchCase())
    if (const auto *Case = dyn_cast<CaseStmt>(Next); Case && !Case->getRHS())
      assumeRelation(Switch.getCond(), BO_NE, Case->getLHS(), Found);
  return Found;
}

} // namespace asynctidy
