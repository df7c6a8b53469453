// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Sarif
#include "Reported.h"
#include "driver/report/SarifRules.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <gtest/gtest.h>

using namespace asynctidy::report;
using llvm::json::Array;
using llvm::json::Object;
using Texts = std::vector<std::string>;

namespace {

/// The only run of the log of \p R, and what is told to be left out.
std::pair<Object, Texts> runOf(const Report &R) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  Texts Left = writeSarif(Stream, R);
  llvm::json::Value Log = cantFail(llvm::json::parse(Text));
  return {
      std::move(*Log.getAsObject()->getArray("runs")->front().getAsObject()),
      Left};
}

Object firstResult(const Object &Run) {
  return *Run.getArray("results")->front().getAsObject();
}

Report many(size_t Number) {
  Report R;
  R.Root = "/p";
  for (size_t I = 0; I < Number; ++I)
    R.Findings.push_back(findingAt("/p/a.cpp", I + 1, "f();"));
  return R;
}

TEST(Sarif, asManyResultsAsGithubShows) {
  auto [Run, Left] = runOf(many(5000));
  EXPECT_EQ(Run.getArray("results")->size(), 5000u);
  EXPECT_EQ(Left, Texts{});
}

TEST(Sarif, moreResultsThanGithubShows) {
  auto [Run, Left] = runOf(many(5001));
  EXPECT_EQ(Run.getArray("results")->size(), 5001u);
  EXPECT_EQ(Left, Texts{"1 finding of the SARIF report will not be seen: "
                        "GitHub shows 5000 of a run"});
}

/// Errors stay, and all in their order.
TEST(Sarif, moreResultsThanGithubTakes) {
  Report R = many(25003);
  R.Findings.back().Level = Severity::Error;
  auto [Run, Left] = runOf(R);
  const Array &Results = *Run.getArray("results");
  ASSERT_EQ(Results.size(), 25000u);
  EXPECT_EQ(Results.front().getAsObject()->getString("level"), "warning");
  EXPECT_EQ(Results.back().getAsObject()->getString("level"), "error");
  EXPECT_EQ(Left, (Texts{"3 findings left out of the SARIF report: GitHub "
                         "takes 25000 of a run",
                         "20000 findings of the SARIF report will not be "
                         "seen: GitHub shows 5000 of a run"}));
  const Object &Invocation =
      *Run.getArray("invocations")->front().getAsObject();
  EXPECT_EQ(Invocation.getArray("toolExecutionNotifications")->size(), 2u);
}

TEST(Sarif, longPath) {
  Report R = many(1);
  R.Findings[0].Path.resize(1500, messageAt("/p/b.cpp", 1, "g();", "calls"));
  auto [Run, Left] = runOf(R);
  const Object Result = firstResult(Run);
  const Object &Flow = *Result.getArray("codeFlows")->front().getAsObject();
  const Object &Thread = *Flow.getArray("threadFlows")->front().getAsObject();
  EXPECT_EQ(Thread.getArray("locations")->size(), 1000u);
  EXPECT_EQ(Left, Texts{"501 path steps left out of the SARIF report: GitHub "
                        "takes 1000 of a finding"});
}

TEST(Sarif, manyNotes) {
  Report R = many(1);
  R.Findings[0].Notes.resize(102, messageAt("/p/b.cpp", 1, "g();", "also"));
  auto [Run, Left] = runOf(R);
  EXPECT_EQ(firstResult(Run).getArray("relatedLocations")->size(), 100u);
  EXPECT_EQ(Left, Texts{"2 notes left out of the SARIF report: GitHub takes "
                        "100 of a finding"});
}

TEST(Sarif, brackets) {
  Report R = many(1);
  R.Findings[0].Main.Text = "call to 'Map::operator[]' blocks \\";
  R.Findings[0].Notes = {messageAt("/p/b.cpp", 1, "g();", "see [x](y)"),
                         messageAt("", 0, "", "anywhere")};
  auto [Run, Left] = runOf(R);
  EXPECT_EQ(*firstResult(Run).getObject("message")->getString("text"),
            "call to 'Map::operator\\[\\]' blocks \\\\.\n"
            "[see \\[x\\](y)](1).\n"
            "anywhere.");
}

/// A fix of a file that has changed, or is gone, is given in bytes.
TEST(Sarif, fixWithoutTheFile) {
  Report R = many(1);
  R.Findings[0].Fixes.emplace_back("/p/a.cpp", 12, 3, "x");
  auto [Run, Left] = runOf(R);
  const Object Result = firstResult(Run);
  const Object &Fix = *Result.getArray("fixes")->front().getAsObject();
  const Object &Change =
      *Fix.getArray("artifactChanges")->front().getAsObject();
  const Object &Edit = *Change.getArray("replacements")->front().getAsObject();
  EXPECT_EQ(*Edit.getObject("deletedRegion"),
            (Object{{"byteOffset", 12}, {"byteLength", 3}}));
  EXPECT_FALSE(
      Result.getObject("partialFingerprints")->get("primaryLocationLineHash"));
}

TEST(Sarif, findingOfNoCheck) {
  Report R = many(1);
  R.Findings[0].Check = "clang-tidy-nolint";
  auto [Run, Left] = runOf(R);
  const Array &Rules =
      *Run.getObject("tool")->getObject("driver")->getArray("rules");
  int64_t Index = *firstResult(Run).getInteger("ruleIndex");
  EXPECT_EQ(Rules[Index].getAsObject()->getString("id"), "clang-tidy-nolint");
}

TEST(Sarif, introductionOfPage) {
  const char *Page = "# async-x\n\nFinds `x`\nand [y](y.md).\n\nWhy.\n\n"
                     "## Examples\n\nNo.\n";
  EXPECT_EQ(introduction(Page, 100), "Finds `x` and y. Why.");
  EXPECT_EQ(introduction(Page, 20), "Finds `x` and y.");
}

TEST(Sarif, linksOfPage) {
  EXPECT_EQ(
      withoutPageLinks("[a](a.md), [b\nc](../d/e-f.md#g-h) [x](https://y)"),
      "a, b\nc [x](https://y)");
  EXPECT_EQ(withoutPageLinks("[this](auto x) { a[1](b.md5); }"),
            "[this](auto x) { a[1](b.md5); }");
}

} // namespace
