// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Growth
#include "flow/Growth.h"
#include "Parsed.h"
#include "llvm/ADT/STLExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const Kinds[] = {"Unknown",  "Bounded", "Count",
                             "Elements", "Results", "Connections"};

std::string textOf(const Growth &G) {
  std::string Text = Kinds[G.What];
  return G.Of.empty() ? Text : Text + " " + G.Of;
}

struct Case {
  const char *Parameters, *Body, *Known;
};

/// What is known of the only loop of the function \p Name that calls `start`.
std::string loopOf(Parsed &Code, llvm::StringRef Name) {
  const FunctionDecl &F = Code.function(Name);
  const Stmt &Written = writtenBody(F);
  LexicalScopes Scopes(Written);
  GrowthFinder Finder(F, Written, Scopes, Code.model(), {"shard", "worker"});
  const CallExpr &Start = callOf("start", F);
  const Stmt *Loop = Scopes.parentOf(Start);
  while (Loop && !isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Loop))
    Loop = Scopes.parentOf(*Loop);
  if (!Loop)
    isNoTest("no loop");
  return textOf(Finder.ofLoop(*Loop, &Start));
}

void expect(std::initializer_list<Case> Cases) {
  std::string Text = R"(
#include <array>
#include <cstddef>
#include <map>
#include <ranges>
#include <span>
#include <string>
#include <vector>
using strings = std::vector<std::string>;
void start(...);
own::lazy<int> next();
own::lazy<int> accept();
own::lazy<> pause();
strings list();
struct box { strings links, shards; };
)";
  unsigned Number = 0;
  for (const Case &C : Cases)
    Text += "own::lazy<> f" + std::to_string(Number++) + "(" + C.Parameters +
            ") {" + C.Body + "co_return; }\n";
  Parsed Code(Text);
  Number = 0;
  for (const Case &C : Cases)
    EXPECT_EQ(loopOf(Code, "f" + std::to_string(Number++)), C.Known) << C.Body;
}

TEST(Growth, OfContainers) {
  expect({
      {"strings v", "for (auto &s : v) start(&s);", "Elements v"},
      {"box &b", "for (auto &s : b.links) start(&s);", "Elements links"},
      {"", "for (auto &s : list()) start(&s);", "Elements list"},
      {"", "auto all = list(); for (auto &s : all) start(&s);", "Elements all"},
      {"std::map<int, int> m", "for (auto [a, b] : m) start(a);", "Elements m"},
  });
}

TEST(Growth, OfWhatIsNoMoreThanStandsThere) {
  expect({
      {"", "int a[3] = {}; for (int i : a) start(i);", "Bounded"},
      {"std::array<int, 3> a", "for (int i : a) start(i);", "Bounded"},
      {"std::span<int, 3> a", "for (int i : a) start(i);", "Bounded"},
      {"std::span<int> a", "for (int i : a) start(i);", "Elements a"},
      {"", "for (int i : {1, 2}) start(i);", "Bounded"},
      {"", "strings v{\"a\"}; for (auto &s : v) start(&s);", "Bounded"},
      {"",
       "strings v; v.push_back(\"a\");"
       "for (auto &s : v) start(&s);",
       "Bounded"},
      {"box &b", "for (auto &s : b.shards) start(&s);", "Bounded"},
  });
}

TEST(Growth, OfWhatIsPutIn) {
  expect({
      {"strings all",
       "strings v; for (auto &s : all) v.push_back(s);"
       "for (auto &s : v) start(&s);",
       "Elements v"},
      {"",
       "strings v; for (int i = 0; i < 3; ++i) v.push_back({});"
       "for (auto &s : v) start(&s);",
       "Bounded"},
      {"", "strings v; v = list(); for (auto &s : v) start(&s);", "Elements v"},
  });
}

TEST(Growth, OfViews) {
  expect({
      {"strings v", "for (auto &s : v | std::views::drop(1)) start(&s);",
       "Elements v"},
      {"strings v", "for (auto &s : v | std::views::take(3)) start(&s);",
       "Bounded"},
      {"strings v", "for (int i : std::views::iota(0, 3)) start(i);",
       "Bounded"},
      {"strings v",
       "for (auto i : std::views::iota(std::size_t(0),"
       "v.size())) start(i);",
       "Elements v"},
  });
}

TEST(Growth, OfCountedLoops) {
  expect({
      {"", "for (int i = 0; i < 3; ++i) start(i);", "Bounded"},
      {"int n", "for (int i = 0; i < n; ++i) start(i);", "Count n"},
      {"int workers", "for (int i = 0; i < workers; ++i) start(i);", "Bounded"},
      {"strings v", "for (std::size_t i = 0; i != v.size(); ++i) start(i);",
       "Elements v"},
      {"strings v",
       "auto n = v.size();"
       "for (std::size_t i = 0; i < n; ++i) start(i);",
       "Elements v"},
      {"strings v", "for (auto i = v.begin(); i != v.end(); ++i) start(&*i);",
       "Elements v"},
      {"int n", "while (n-- > 0) start(n);", "Count n"},
      {"strings v", "while (!v.empty()) { start(&v); v.clear(); }",
       "Elements v"},
      {"strings v",
       "for (std::size_t i = 0; i < v.size() && i < 4;"
       "++i) start(i);",
       "Bounded"},
  });
}

TEST(Growth, OfWhatIsReceived) {
  expect({
      {"", "while (int i = co_await next()) start(i);", "Results next"},
      {"", "for (;;) { int i = co_await next(); start(i); }", "Results next"},
      {"", "int i = 0; for (;;) { i = co_await next(); start(i); }",
       "Results next"},
      {"", "for (;;) start(co_await accept());", "Connections accept"},
      {"", "for (;;) { co_await next(); start(1); }", "Unknown"},
      {"", "for (;;) { co_await pause(); start(1); }", "Unknown"},
      {"bool &stop", "while (!stop) start(1);", "Unknown"},
  });
}

} // namespace
