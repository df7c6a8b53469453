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

std::string toldBy(std::optional<bool> Answer) {
  return !Answer ? "" : *Answer ? "it" : "all others";
}

std::string comparesWith(llvm::StringRef Condition) {
  Parsed Code(function(Condition));
  return toldBy(comparesWithStop(conditionOf(Code), Code.model()));
}

std::string comparesWithOther(llvm::StringRef Condition) {
  Parsed Code(function(Condition));
  return toldBy(comparesWithOtherError(conditionOf(Code)));
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
  EXPECT_EQ(comparesWith("e == error::cancelled"), "it");
  EXPECT_EQ(comparesWith("error::cancelled != e"), "all others");
  EXPECT_EQ(comparesWith("!(e == error::cancelled)"), "all others");
  EXPECT_EQ(comparesWith("code == std::errc::operation_canceled"), "it");
  EXPECT_EQ(comparesWith("e == error::end_of_file"), "");
  EXPECT_EQ(comparesWith("n == 2"), "");
}

TEST(StopQuestions, CompareWithOtherCodes) {
  EXPECT_EQ(comparesWithOther("code == std::errc::timed_out"), "it");
  EXPECT_EQ(comparesWithOther("code != std::errc::timed_out"), "all others");
  EXPECT_EQ(comparesWithOther("code.value() == n"), "");
  EXPECT_EQ(comparesWithOther("n == 2"), "");
}

} // namespace
