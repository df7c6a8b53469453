// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What visibly flows into the variables that callables are kept in.
#pragma once

#include "model/Model.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"

namespace asynctidy {

/// Collects for each field, global and static variable that holds callables
/// (see holdsCallables) what the project puts into it: by assignments,
/// initializers, and the methods that fill containers. It may hold more.
class StoredCallables {
public:
  explicit StoredCallables(const Model &M);

  /// At \p At, a function of the project or what another variable holds is put
  /// into the variable: one of the two is not null.
  struct Store {
    const clang::Expr *At;
    const clang::FunctionDecl *Callable;
    const clang::ValueDecl *Held;
  };
  using Stores = llvm::SmallVector<Store, 1>;
  /// In the order of the text; each callable once a variable.
  const llvm::MapVector<const clang::ValueDecl *, Stores> &stores() const {
    return Found;
  }

  /// A parameter that is put into a variable.
  struct Kept {
    const clang::ParmVarDecl *Parameter;
    const clang::ValueDecl *Into;
  };
  /// Of the function \p F, by itself or by closures in it.
  llvm::ArrayRef<Kept> keptBy(const clang::FunctionDecl &F) const;

private:
  friend class StoreCollector;

  llvm::MapVector<const clang::ValueDecl *, Stores> Found;
  llvm::DenseMap<const clang::FunctionDecl *, llvm::SmallVector<Kept, 1>> Keeps;
};

} // namespace asynctidy
