// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests KeptArguments
#include "summary/KeptArguments.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// Whether the task of the function `f` keeps its first argument: "no",
/// "assumed", "yes" or, after the first suspension, "later".
std::string kept(llvm::StringRef Function) {
  Parsed Code(("own::lazy<> wait();\nvoid use(int);\n" + Function).str());
  KeptArguments Arguments(Code.model());
  KeptArguments::Answer A = Arguments.argument(Code.function("f"), 0);
  switch (A.What) {
  case KeptArguments::Answer::No:
    return "no";
  case KeptArguments::Answer::Assumed:
    return "assumed";
  case KeptArguments::Answer::Yes:
    return A.UsedLater ? "later" : "yes";
  }
  return "";
}

TEST(KeptArguments, OfLazyCoroutinesAreAllThatAreUsed) {
  EXPECT_EQ(kept("own::lazy<> f(int &n) { use(n); co_return; }"), "yes");
  EXPECT_EQ(kept("own::lazy<> f(int &n) { co_await wait(); use(n); }"),
            "later");
  EXPECT_EQ(kept("own::lazy<> f(int &) { co_return; }"), "no");
  EXPECT_EQ(kept("own::lazy<> f(int &n);"), "assumed");
}

TEST(KeptArguments, OfEagerOnesAreThoseUsedAfterASuspension) {
  EXPECT_EQ(kept("own::eager<> f(int &n) { use(n); co_await wait(); }"), "no");
  EXPECT_EQ(kept("own::eager<> f(int &n) { co_await wait(); use(n); }"),
            "later");
  EXPECT_EQ(
      kept("own::eager<> f(int &n) { for (;;) { use(n); co_await wait(); } }"),
      "later");
  EXPECT_EQ(
      kept("own::eager<> f(int &n) { if (n) co_await wait(); else use(n); }"),
      "no");
  EXPECT_EQ(kept("own::eager<> f(int &n);"), "no");
}

TEST(KeptArguments, ArePassedOnByWrappers) {
  EXPECT_EQ(kept("own::lazy<> g(int &n) { use(n); co_return; } own::lazy<> "
                 "f(int &n) { return g(n); }"),
            "yes");
  EXPECT_EQ(kept("own::lazy<> g(int n) { use(n); co_return; } own::lazy<> "
                 "f(int &n) { return g(n); }"),
            "no");
}

} // namespace
