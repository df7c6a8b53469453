// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests StopQuestions
#include "model/StopQuestions.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

constexpr llvm::StringLiteral Names = R"(
#include <stop_token>
#include <system_error>
enum class error { none, end_of_file, cancelled };
struct worker { bool running; bool isConnected() const; int size() const; };
struct cancelled_error { virtual ~cancelled_error(); };
struct any_error { virtual ~any_error(); };
bool quit;
)";

const Expr &conditionOf(const Parsed &Code) {
  return *only<IfStmt>(Code.function("f")).getCond();
}

std::string function(llvm::StringRef Condition) {
  return (Names +
          "void f(worker w, std::stop_token token, bool b, int n, error e, "
          "std::error_code code, any_error *any) { if (" +
          Condition + ") call(); }")
      .str();
}

bool asks(llvm::StringRef Condition) {
  Parsed Code(function(Condition));
  return asksToStop(conditionOf(Code), Code.model());
}

/// What the condition is for somebody who was cancelled: "holds" or "fails",
/// in capitals where it asks for that itself; else nothing.
std::string forStop(llvm::StringRef Condition) {
  Parsed Code(function(Condition));
  std::optional<StopAnswer> Answer =
      answerToStop(conditionOf(Code), Code.model());
  if (!Answer)
    return "";
  if (Answer->Asks)
    return Answer->Holds ? "HOLDS" : "FAILS";
  return Answer->Holds ? "holds" : "fails";
}

TEST(StopQuestions, AreAskedByName) {
  EXPECT_TRUE(asks("quit"));
  EXPECT_TRUE(asks("token.stop_requested()"));
  EXPECT_TRUE(asks("b && !w.running"));
  EXPECT_TRUE(asks("w.isConnected()"));
  EXPECT_FALSE(asks("b"));
  EXPECT_FALSE(asks("w.size() > n"));
}

TEST(StopQuestions, AreAskedByType) {
  EXPECT_TRUE(asks("dynamic_cast<cancelled_error *>(any)"));
  EXPECT_FALSE(asks("dynamic_cast<any_error *>(any)"));
}

TEST(StopQuestions, CompareWithTheCode) {
  EXPECT_EQ(forStop("e == error::cancelled"), "HOLDS");
  EXPECT_EQ(forStop("error::cancelled != e"), "FAILS");
  EXPECT_EQ(forStop("!(e == error::cancelled)"), "FAILS");
  EXPECT_EQ(forStop("code == std::errc::operation_canceled"), "HOLDS");
}

TEST(StopQuestions, CompareWithOtherCodes) {
  EXPECT_EQ(forStop("code == std::errc::timed_out"), "fails");
  EXPECT_EQ(forStop("code != std::errc::timed_out"), "holds");
  EXPECT_EQ(forStop("n == 2"), "");
  EXPECT_EQ(forStop("b"), "");
}

TEST(StopQuestions, AreJoined) {
  EXPECT_EQ(forStop("e == error::cancelled || b"), "HOLDS");
  EXPECT_EQ(forStop("e == error::cancelled && b"), "");
  EXPECT_EQ(forStop("e != error::cancelled && b"), "FAILS");
}

} // namespace
