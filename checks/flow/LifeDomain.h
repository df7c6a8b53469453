// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Answers.h"
#include "ValueUses.h"
#include "model/Work.h"
#include "llvm/ADT/MapVector.h"

namespace asynctidy {

/// What the places of a function hold at one point, on the paths that lead
/// there. Everything in it only grows where paths meet, but for Known.
struct LifeState {
  struct Life {
    /// The makers of work that may be here and that nobody has taken.
    llvm::SmallVector<const clang::Expr *, 2> Fresh;
    /// The mentions that may have awaited or moved away what was here last.
    llvm::SmallVector<const clang::Expr *, 2> Gone;

    /// Something else has learned where it is, and may do what it likes.
    bool Escaped = false;

    bool operator==(const Life &Other) const {
      return Fresh == Other.Fresh && Gone == Other.Gone &&
             Escaped == Other.Escaped;
    }
  };
  llvm::SmallMapVector<Place, Life, 4> Lives;
  /// The answers to Branches' questions that hold on every path.
  Answers Known;

  bool holds(const clang::Expr *Maker) const;
  /// What is left of it when only \p E, a maker or a mention, counts.
  LifeState only(const clang::Expr *E) const;
  bool operator==(const LifeState &Other) const;
};

/// How a function's statements change the lives of its work: a domain for
/// Forward.
class LifeDomain {
public:
  using State = LifeState;
  enum Ending { Replaced, Emptied, OutOfScope };

  /// Is told what happens on the way.
  class Watcher {
  public:
    virtual ~Watcher() = default;
    /// Somebody is now in charge of it.
    virtual void taken(const clang::Expr * /*Maker*/) {}
    /// The maker's work, which was in the place, is lost by the last one.
    virtual void lost(const clang::Expr * /*Maker*/, Place /*From*/,
                      Ending /*How*/, const clang::Expr * /*At*/) {}
    /// The first mention awaits what the second one took before.
    virtual void gone(const clang::Expr * /*Await*/,
                      const clang::Expr * /*Before*/) {}
    /// The maker's work goes nowhere at all.
    virtual void dropped(const clang::Expr * /*Maker*/) {}
    /// The maker's work only competes with others.
    virtual void raced(const clang::Expr * /*Maker*/, const Use & /*Where*/) {}
    /// \p Adds: beside others.
    virtual void kept(const clang::Expr * /*Maker*/, Place /*In*/,
                      bool /*Adds*/) {}
  };

  using Makers = llvm::MapVector<const clang::Expr *, Work>;

  LifeDomain(const ValueUses &Uses, const Branches &Questions,
             const Makers &Made)
      : Uses(Uses), Questions(Questions), Made(Made) {}

  void watch(Watcher *W) { Watch = W; }
  /// From now on only the lives that have to do with \p E, a maker or a
  /// mention, are followed; null: all.
  void focusOn(const clang::Expr *E) { Focus = E; }

  static State start() { return {}; }
  void step(const clang::Stmt &Step, State &Now);
  bool branch(const clang::CFGBlock &From, unsigned Index, State &Now);
  static void unwind(State &Now);
  bool join(State &Into, const State &From);

private:
  void make(const clang::Expr &Maker, const Use &U, State &Now);
  void mention(const clang::Expr &E, Place At, const Use &U, State &Now);
  void put(const clang::Expr &By, const Use &U,
           llvm::ArrayRef<const clang::Expr *> Makers, State &Now);
  void take(Place From, State &Now);
  bool isInView(const clang::Expr *Maker, Place At) const;
  void race(Place At, const Use &U, State &Now);
  static void leaveByMacro(State &Now);
  void lose(Place From, Ending How, const clang::Expr &At, State &Now);
  static void noteHeld(const clang::Expr &Asked, bool Answer, State &Now);

  const ValueUses &Uses;
  const Branches &Questions;
  const Makers &Made;
  Watcher *Watch = nullptr;
  const clang::Expr *Focus = nullptr;
};

} // namespace asynctidy
