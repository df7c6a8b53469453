// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Finding.h"
#include <vector>

namespace clang {
class FunctionDecl;
}

namespace asynctidy {

class Analysis;

/// A rule of the tool: looks at one function and reports what is wrong in its
/// own body. Immutable once made, so that it may be shared.
class Check {
public:
  virtual ~Check() = default;

  virtual void check(const clang::FunctionDecl &F, Analysis &A,
                     std::vector<Finding> &Findings) const = 0;
};

} // namespace asynctidy
