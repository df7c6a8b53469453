// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Gitlab
#include "Reported.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <gtest/gtest.h>
#include <set>

using namespace asynctidy::report;

namespace {

std::vector<std::string> fingerprints(const Report &R) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  writeGitlab(Stream, R);
  std::vector<std::string> Result;
  llvm::json::Value Issues = cantFail(llvm::json::parse(Text));
  for (const llvm::json::Value &Issue : *Issues.getAsArray())
    Result.push_back(Issue.getAsObject()->getString("fingerprint")->str());
  return Result;
}

/// GitLab shows one of those with the same.
TEST(Gitlab, fingerprintsAreUnique) {
  Report R;
  R.Root = "/p";
  for (unsigned I = 1; I < 6; ++I)
    R.Findings.push_back(findingAt("/p/a.cpp", I, "f();"));
  R.Failed.push_back({"/p/b.cpp",
                      {messageAt("/p/b.cpp", 1, "x;", "unknown 'x'"),
                       messageAt("/p/b.cpp", 2, "x;", "unknown 'x'")}});
  std::vector<std::string> Found = fingerprints(R);
  EXPECT_EQ(std::set<std::string>(Found.begin(), Found.end()).size(), 7u);
  EXPECT_EQ(fingerprints(R), Found);
}

/// An error in a header is one issue, though many files failed because of it.
TEST(Gitlab, sameErrorTwice) {
  Report R;
  R.Root = "/p";
  for (const char *File : {"/p/a.cpp", "/p/b.cpp"})
    R.Failed.push_back({File, {messageAt("/p/h.h", 1, "x;", "unknown 'x'")}});
  EXPECT_EQ(fingerprints(R).size(), 1u);
}

} // namespace
