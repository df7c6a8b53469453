// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "flow/ParameterTests.h"
#include "model/CallSite.h"
#include "model/Model.h"
#include <optional>
#include <vector>

namespace asynctidy {

/// A function's body and what decides, in it, about its parameters.
class RecordedBody {
public:
  /// \p F is null for what nobody wrote.
  RecordedBody(const clang::FunctionDecl *F, Model &M) : F(F), M(M), Given(F) {}

  const clang::FunctionDecl *function() const { return F; }
  const Parameters &parameters() const { return Given; }

  /// The tests any of which means that \p Site is not reached.
  std::vector<program::ParameterTest> excluding(const CallSite &Site) {
    if (!F || !Site.Anchor || !ParameterTests::mayHelp(*F))
      return {};
    if (!Tests)
      Tests.emplace(*F, M);
    return Tests->excluding(Site.Anchor);
  }

private:
  const clang::FunctionDecl *F;
  Model &M;
  Parameters Given;
  std::optional<ParameterTests> Tests;
};

} // namespace asynctidy
