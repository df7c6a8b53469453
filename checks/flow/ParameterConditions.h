// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Parameters.h"
#include "program/Records.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace asynctidy {

/// Reads conditions about parameters: which tests, proven of what a parameter
/// is given, rule out that the condition has a certain value.
class ParameterConditions {
public:
  using Tests = llvm::SmallVector<program::ParameterTest, 4>;

  ParameterConditions(const Parameters &In, clang::ASTContext &AST)
      : In(In), AST(AST) {}

  /// Any of them rules out that \p Condition is \p Value.
  Tests against(const clang::Expr *Condition, bool Value) const;

  /// Any of them rules out that \p Switch goes to \p Label; of null, to where
  /// it goes if no label fits.
  Tests against(const clang::SwitchStmt &Switch,
                const clang::CaseStmt *Label) const;

  /// Whether this can be known of a parameter of type \p T: a number, a pointer
  /// or a duration that nobody else can change.
  static bool isAbout(clang::QualType T, const clang::ASTContext &AST);

private:
  /// Follows at most \p Variables variables to their initializers.
  void assume(const clang::Expr *E, bool Value, unsigned Variables,
              Tests &Found) const;
  void assumeTruth(const clang::Expr *E, bool Value, Tests &Found) const;
  void assumeBits(const clang::Expr *E, bool Any, Tests &Found) const;
  void assumeAllBits(const clang::Expr *E, int64_t Wanted, bool Equal,
                     Tests &Found) const;
  void assumeRelation(const clang::Expr *Side, clang::BinaryOperatorKind Op,
                      const clang::Expr *Other, Tests &Found) const;
  void add(const clang::ParmVarDecl &P, clang::BinaryOperatorKind Op,
           int64_t Value, Tests &Found) const;

  const clang::ParmVarDecl *parameter(const clang::Expr *E) const;
  std::optional<int64_t> constant(const clang::Expr *E) const;

  const Parameters &In;
  clang::ASTContext &AST;
};

} // namespace asynctidy
