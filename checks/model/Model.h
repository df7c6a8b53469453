// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "FunctionIndex.h"
#include "Locks.h"
#include "Project.h"
#include "RuleMatcher.h"
#include "TaskTypes.h"

namespace asynctidy {

/// What the declarations of one AST mean: the bottom layer that flow, summary
/// and checks ask.
class Model {
public:
  Model(clang::ASTContext &AST, const clang::Preprocessor &PP,
        const Catalogue &Rules, const ProjectSettings &Settings)
      : AST(AST), TheProject(AST.getSourceManager(), Settings),
        Index(AST, TheProject), Matcher(AST, PP, Rules, Index),
        Types(AST, Matcher, TheProject), Locks(AST, Matcher, TheProject) {}

  clang::ASTContext &ast() const { return AST; }
  const Project &project() const { return TheProject; }
  const RuleMatcher &rules() const { return Matcher; }
  const FunctionIndex &functions() const { return Index; }
  const TaskTypes &taskTypes() const { return Types; }
  const LockTypes &lockTypes() const { return Locks; }

  /// The definition of \p F where its body is evidence: the project's own, and
  /// not that of a template. Null for all others, and for null.
  const clang::FunctionDecl *shown(const clang::FunctionDecl *F) const;

  /// Whether a call of \p F runs a body that is in another file of the project,
  /// as far as declarations tell: nobody overrides it.
  bool isElsewhere(const clang::FunctionDecl &F) const;

private:
  clang::ASTContext &AST;
  Project TheProject;
  FunctionIndex Index;
  RuleMatcher Matcher;
  TaskTypes Types;
  LockTypes Locks;
};

} // namespace asynctidy
