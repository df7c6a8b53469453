// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How often a loop runs, and how much is in a range: a number that stands in
// the program, or one that grows with what the program is given.
#pragma once

#include "LexicalScopes.h"
#include "model/Model.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <string>
#include <vector>

namespace asynctidy {

/// With what a number grows.
struct Growth {
  enum Kind {
    Unknown,     ///< nothing is known: no loop that counts or gets anything
    Bounded,     ///< it does not
    Count,       ///< a plain number, which may be anything
    Elements,    ///< with the elements of a range
    Results,     ///< with what is received
    Connections, ///< with the connections that are accepted
  } What = Unknown;
  std::string Of; ///< how messages call the range or the source

  bool grows() const { return What > Bounded; }
};

/// The variables that \p E names, and those that their initializers name, as
/// far as these are inside \p Loop; closures' captures count.
using VariableSet = llvm::SmallPtrSet<const clang::ValueDecl *, 8>;
VariableSet variablesBehind(const clang::Expr &E, const clang::Stmt &Loop,
                            const LexicalScopes &Scopes);

/// How messages call \p E: a variable's or function's name, or nothing.
std::string nameOf(const clang::Expr *E, const RuleMatcher &Rules);

/// Answers for the ranges and loops of one function. In doubt, a container
/// grows and a plain number is only a Count.
class GrowthFinder {
public:
  /// \p Domains: words in names of what there are only so many of.
  GrowthFinder(const clang::FunctionDecl &F, const clang::Stmt &Body,
               const LexicalScopes &Scopes, const Model &M,
               std::vector<std::string> Domains)
      : F(F), Body(Body), Scopes(Scopes), M(M), Domains(std::move(Domains)) {}

  Growth ofRange(const clang::Expr *E) const { return range(E, MaxDepth); }

  /// Of the number \p E.
  Growth ofNumber(const clang::Expr *E) const { return number(E, MaxDepth); }

  /// How often \p Loop runs. What it receives counts where \p Task, made in it,
  /// is given that; null: where anything is received.
  Growth ofLoop(const clang::Stmt &Loop, const clang::Expr *Task) const {
    return loop(Loop, Task, MaxDepth);
  }

  /// The await or call in \p Loop whose result, or what it fills, is in
  /// \p Task, or that accepts a connection; null if there is none.
  const clang::Expr *sourceOf(const clang::Stmt &Loop,
                              const clang::Expr &Task) const;

private:
  static constexpr unsigned MaxDepth = 6; ///< of one thing made of another

  Growth range(const clang::Expr *E, unsigned Depth) const;
  Growth variable(const clang::VarDecl &V, unsigned Depth) const;
  Growth initial(const clang::Expr *Init, const clang::ValueDecl &V,
                 unsigned Depth) const;
  Growth changed(const clang::VarDecl &V, unsigned Depth) const;
  Growth changedAt(const clang::Expr &Mention, const clang::VarDecl &V,
                   unsigned Depth) const;
  Growth inCall(const clang::CallExpr &Call, unsigned Depth) const;
  Growth pipeline(const clang::CXXOperatorCallExpr &Pipe, unsigned Depth) const;
  Growth adapted(llvm::StringRef Adaptor,
                 llvm::ArrayRef<const clang::Expr *> Args,
                 unsigned Depth) const;
  Growth number(const clang::Expr *E, unsigned Depth) const;
  Growth numberOfCall(const clang::CallExpr &Call, unsigned Depth) const;
  Growth loop(const clang::Stmt &Loop, const clang::Expr *Task,
              unsigned Depth) const;
  Growth condition(const clang::Expr *E, const clang::Stmt &Loop,
                   unsigned Depth) const;
  Growth comparison(const clang::Expr *Left, const clang::Expr *Right,
                    const clang::Stmt &Loop, unsigned Depth) const;
  Growth received(const clang::Stmt &Loop, const clang::Expr *Task) const;
  bool isPart(const clang::VarDecl &V) const;
  bool isDomain(llvm::StringRef Name) const;
  Growth elements(const clang::Expr *E) const;
  Growth named(Growth::Kind What, llvm::StringRef Name) const;

  const clang::FunctionDecl &F;
  const clang::Stmt &Body;
  const LexicalScopes &Scopes;
  const Model &M;
  std::vector<std::string> Domains;
};

} // namespace asynctidy
