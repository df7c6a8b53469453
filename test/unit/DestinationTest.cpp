// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Destination
#include "flow/Destination.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const Kinds[] = {"Elsewhere", "Awaited", "Kept",     "Stored",
                             "Returned",  "Started", "HandedOn", "Discarded"};

/// Where what `made()` gives goes in \p Function, which is called `f`.
std::string wayOf(llvm::StringRef Function) {
  Parsed Code((R"(
#include <optional>
#include <vector>
own::lazy<> made();
own::lazy<> with_limit(own::lazy<> t, int seconds);
void consume(own::lazy<> t);
bool isReady(const own::lazy<> &t);
)" + Function)
                  .str());
  const FunctionDecl &F = Code.function("f");
  LexicalScopes Scopes(writtenBody(F));
  Destination To = destinationOf(callOf("made", F), Scopes, Code.model(), F);
  std::string Text = Kinds[To.What];
  return To.Variable ? Text + " " + To.Variable->getNameAsString() : Text;
}

TEST(Destination, IsWhereTheValueEnds) {
  EXPECT_EQ(wayOf("own::lazy<> f() { co_await made(); }"), "Awaited");
  EXPECT_EQ(wayOf("own::lazy<> f() { return made(); }"), "Returned");
  EXPECT_EQ(wayOf("void f() { made(); }"), "Discarded");
  EXPECT_EQ(wayOf("void f() { (void)made(); }"), "Discarded");
  EXPECT_EQ(wayOf("void f() { made(), 1; }"), "Discarded");
  EXPECT_EQ(wayOf("void f() { consume(made()); }"), "HandedOn");
  EXPECT_EQ(wayOf("void f() { made().start(); }"), "HandedOn");
  EXPECT_EQ(wayOf("bool f() { return made().valid(); }"), "Elsewhere");
}

TEST(Destination, IsTheVariableThatKeepsIt) {
  EXPECT_EQ(wayOf("void f() { auto t = made(); }"), "Kept t");
  EXPECT_EQ(wayOf("void f() { auto &&t = made(); }"), "Kept t");
  EXPECT_EQ(wayOf("void f() { own::lazy<> t; t = made(); }"), "Kept t");
  EXPECT_EQ(
      wayOf("void f() { std::optional<own::lazy<>> t; t.emplace(made()); }"),
      "Kept t");
  EXPECT_EQ(
      wayOf(
          "void f() { std::vector<own::lazy<>> all; all.push_back(made()); }"),
      "Kept all");
  EXPECT_EQ(
      wayOf(
          "std::vector<own::lazy<>> all; void f() { all.push_back(made()); }"),
      "Stored");
}

TEST(Destination, LooksThroughWhatPassesOn) {
  EXPECT_EQ(
      wayOf("own::lazy<> f(bool c) { return c ? made() : own::lazy<>(); }"),
      "Returned");
  EXPECT_EQ(wayOf("void f() { auto t = with_limit(made(), 1); }"), "Kept t");
  EXPECT_EQ(
      wayOf("own::lazy<> f() { co_await with_limit(std::move(made()), 1); }"),
      "Awaited");
}

} // namespace
