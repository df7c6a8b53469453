// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ValueUses.h"
#include "UseFinder.h"

using namespace clang;

namespace asynctidy {

ValueUses::ValueUses(const Stmt &Body, const Model &M, bool Doubts) {
  UseFinder(*this, Body, M, Doubts).statement(&Body);
}

const Use *ValueUses::of(const Expr &E) const {
  auto Found = Uses.find(&E);
  return Found == Uses.end() ? nullptr : &Found->second;
}

llvm::ArrayRef<Place> ValueUses::takenIn(const Stmt &Loop) const {
  auto Found = TakenInLoop.find(&Loop);
  return Found == TakenInLoop.end() ? llvm::ArrayRef<Place>()
                                    : llvm::ArrayRef<Place>(Found->second);
}

} // namespace asynctidy
