// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Forward.h"
#include "LexicalScopes.h"
#include "ThreadFacts.h"
#include "model/Suspension.h"

namespace asynctidy {

/// What is known at a point: a domain for Forward.
class ThreadFactDomain {
public:
  struct Fact {
    StaleThreadFact::Kind What;
    const clang::VarDecl *Variable;
    const clang::Stmt *SetAt;
    const clang::CoroutineSuspendExpr *Suspension; ///< null: still true

    bool operator==(const Fact &O) const {
      return What == O.What && Variable == O.Variable && SetAt == O.SetAt &&
             Suspension == O.Suspension;
    }
  };
  using State = llvm::SmallVector<Fact, 4>;

  ThreadFactDomain(const clang::FunctionDecl &F, const LexicalScopes &Scopes,
                   const Model &M)
      : F(F), Scopes(Scopes), M(M),
        StaysInThread(resumptionOf(F, M.rules()) == Resumption::SameThread) {}

  static State start() { return {}; }
  void step(const clang::Stmt &Step, State &Now);
  static bool branch(const clang::CFGBlock &, unsigned, State &) {
    return true;
  }
  static void unwind(State &) {}
  static bool join(State &Into, const State &From);

  std::vector<StaleThreadFact> Found;

  /// An await ends in its await_resume, which may throw.
  void noteResumption(const clang::CoroutineSuspendExpr &S) {
    ResumedAt[S.getResumeExpr()->IgnoreImplicit()] = &S;
  }

private:
  void set(StaleThreadFact::Kind What, const clang::VarDecl *V,
           const clang::Stmt &At, State &Now);
  void declaration(const clang::VarDecl &V, State &Now);
  void remember(const clang::VarDecl &V, const clang::Expr &Value, State &Now);
  void suspend(const clang::CoroutineSuspendExpr &S, State &Now) const;
  bool isOfTheThread(const Fact &Known) const;
  /// How the variable that is mentioned there counts.
  int stepAt(const clang::Stmt &Mention) const;
  static void forgetErrno(State &Now);
  void call(const clang::CallExpr &Call, State &Now);
  void mention(const clang::DeclRefExpr &Ref, State &Now);
  void use(StaleThreadFact::Kind What, const clang::VarDecl *V,
           const clang::Expr &At, const State &Now);
  bool isWritten(const clang::Expr &E) const;
  const clang::Expr *writtenTo(const clang::Expr &E) const;
  void threadLocal(const clang::VarDecl &V, const clang::DeclRefExpr &Ref,
                   State &Now);
  bool isKey(const clang::Expr &E) const;

  const clang::FunctionDecl &F;
  const LexicalScopes &Scopes;
  const Model &M;
  bool StaysInThread;
  llvm::DenseMap<const clang::Stmt *, const clang::CoroutineSuspendExpr *>
      ResumedAt;
};

} // namespace asynctidy
