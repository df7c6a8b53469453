// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Finding.h"
#include "program/Linked.h"
#include <vector>

namespace clang {
class FunctionDecl;
}

namespace asynctidy {

class Analysis;

/// A rule of the tool: looks at one function and reports what is wrong in its
/// own body. Immutable once made, so that it may be shared.
///
/// A check looks at functions of an AST, or at those of the linked program.
class Check {
public:
  virtual ~Check() = default;

  virtual void check(const clang::FunctionDecl &, Analysis &,
                     std::vector<Finding> &) const {}

  /// Whether the check looks at the linked program: then no AST is at hand, and
  /// the front ends ask with what they have, if only one file.
  virtual bool isLinked() const { return false; }
  /// Looks at the functions of \p Units, which are part of \p Program.
  virtual void check(llvm::ArrayRef<const program::Unit *>,
                     const program::Linked &,
                     std::vector<program::LinkedFinding> &) const {}
};

} // namespace asynctidy
