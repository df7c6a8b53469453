// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Finding.h"
#include <vector>

namespace asynctidy {

class Analysis;
struct AsyncContext;

/// A rule of the tool: looks at one async context and reports what is wrong in
/// that context's own body. Immutable once made, so that it may be shared.
class Check {
public:
  virtual ~Check() = default;

  virtual void check(const AsyncContext &Context, Analysis &A,
                     std::vector<Finding> &Findings) const = 0;
};

} // namespace asynctidy
