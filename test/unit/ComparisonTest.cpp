// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Comparison
#include "model/Comparison.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// What that condition compares: "a = b", "a ! b", or nothing.
std::string compared(llvm::StringRef Condition) {
  Parsed Code(("struct text { bool operator==(const text &) const; };\n"
               "struct old {}; bool operator!=(old, old);\n"
               "void f(int a, int b, text s, text t, old x, old y) { if (" +
               Condition + ") call(); }")
                  .str());
  std::optional<Comparison> Found =
      comparisonOf(*only<IfStmt>(Code.function("f")).getCond());
  if (!Found)
    return "";
  return Code.text(*Found->Left) + (Found->ForEqual ? " = " : " ! ") +
         Code.text(*Found->Right);
}

TEST(Comparison, IsBuiltIn) {
  EXPECT_EQ(compared("a == b"), "a = b");
  EXPECT_EQ(compared("(a != b)"), "a ! b");
  EXPECT_EQ(compared("a < b"), "");
  EXPECT_EQ(compared("a"), "");
}

TEST(Comparison, IsAnOperatorOfAClass) {
  EXPECT_EQ(compared("s == t"), "s = t");
  EXPECT_EQ(compared("x != y"), "x ! y");
}

TEST(Comparison, IsRewritten) { EXPECT_EQ(compared("s != t"), "s ! t"); }

} // namespace
