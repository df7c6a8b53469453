// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests SharedMarks
#include "model/SharedMarks.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// The changes that those statements make: "+flag busy", "-counter users", with
/// a question mark where the flag is asked for as well.
std::string changes(llvm::StringRef Statements) {
  Parsed Code(("#include <atomic>\n"
               "bool busy;\nint users;\nstd::atomic<bool> taken;\n"
               "std::atomic<int> shared;\n"
               "void f(int n) {" +
               Statements + "}")
                  .str());
  static constexpr llvm::StringLiteral Kinds[] = {"flag", "counter", "permit"};
  llvm::SetVector<const Stmt *> All;
  collect(writtenBody(Code.function("f")), All);
  std::vector<std::string> Found;
  for (const Stmt *S : All)
    if (std::optional<MarkChange> Change = markChangeBy(*S, Code.model()))
      Found.push_back((Change->Sets ? "+" : "-") + Kinds[Change->What].str() +
                      " " + Code.text(*Change->Of) + (Change->Asks ? "?" : ""));
  return llvm::join(Found, ", ");
}

TEST(SharedMarks, AreFlags) {
  EXPECT_EQ(changes("busy = true; busy = false;"), "+flag busy, -flag busy");
  EXPECT_EQ(changes("taken = true; taken.store(false);"),
            "+flag taken, -flag taken");
  EXPECT_EQ(changes("if (taken.exchange(true)) call();"), "+flag taken?");
  EXPECT_EQ(changes("busy = flag();"), "");
}

TEST(SharedMarks, AreCounters) {
  EXPECT_EQ(changes("++users; users--;"), "+counter users, -counter users");
  EXPECT_EQ(changes("users += 2; users -= n;"),
            "+counter users, -counter users");
  EXPECT_EQ(changes("++shared; shared.fetch_sub(1);"),
            "+counter shared, -counter shared");
  EXPECT_EQ(changes("users = n; users = users + 1;"), "");
}

} // namespace
