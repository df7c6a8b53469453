// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/Model.h"
#include "clang/AST/Expr.h"

namespace asynctidy {

/// A loop of a coroutine that puts one item after the other into a channel.
struct ChannelFill {
  const clang::ValueDecl *Channel = nullptr; ///< the variable or member
  const RuleEntry *Entry = nullptr;          ///< what its type is
  const clang::CallExpr *Put = nullptr;
};

/// Those of the coroutine \p F in which nothing but the channel itself could
/// limit how many items it holds: left out are loops with at most \p Few turns,
/// those that take from it or ask how full it is, and those that wait for a
/// permit.
std::vector<ChannelFill> channelFillsOf(const clang::FunctionDecl &F,
                                        const Model &M, unsigned Few);

} // namespace asynctidy
