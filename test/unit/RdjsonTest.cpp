// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Rdjson
#include "Reported.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <gtest/gtest.h>

using namespace asynctidy::report;
using llvm::json::Object;

namespace {

/// A finding in a file `\u00e9();\nf(a);\ng();`, in its second line.
class Rdjson : public testing::Test {
protected:
  Rdjson() {
    int Descriptor;
    llvm::sys::fs::createTemporaryFile("source", "cpp", Descriptor, Name);
    llvm::raw_fd_ostream(Descriptor, /*shouldClose=*/true)
        << "\u00e9();\nf(a);\ng();\n";
    Found = findingAt(Name, 2, "f(a);");
    Found.Main.Where.Offset = 6;
  }
  ~Rdjson() override { llvm::sys::fs::remove(Name); }

  void fix(unsigned Offset, unsigned Length, llvm::StringRef Text) {
    Found.Fixes.emplace_back(Name, Offset, Length, Text);
  }

  /// The only suggestion, as `line:column-line:column text`.
  std::string suggestion() const {
    Report R;
    R.Findings = {Found};
    std::string Text;
    llvm::raw_string_ostream Stream(Text);
    writeRdjson(Stream, R);
    llvm::json::Value Log = cantFail(llvm::json::parse(Text));
    const Object &Diagnostic =
        *Log.getAsObject()->getArray("diagnostics")->front().getAsObject();
    const llvm::json::Array *All = Diagnostic.getArray("suggestions");
    if (!All)
      return "none";
    const Object &Only = *All->front().getAsObject();
    auto Spelled = [&](llvm::StringRef Key) {
      const Object &At = *Only.getObject("range")->getObject(Key);
      return std::to_string(*At.getInteger("line")) + ":" +
             std::to_string(*At.getInteger("column"));
    };
    return Spelled("start") + "-" + Spelled("end") + " " +
           Only.getString("text")->str();
  }

  llvm::SmallString<64> Name;
  Diagnostic Found;
};

TEST_F(Rdjson, noFix) { EXPECT_EQ(suggestion(), "none"); }

TEST_F(Rdjson, insertion) {
  fix(6, 0, "co_await ");
  EXPECT_EQ(suggestion(), "2:1-2:1 co_await ");
}

/// Reviewers take or leave a suggestion: half a fix would be none.
TEST_F(Rdjson, severalChangesAreOne) {
  fix(10, 0, ")");
  fix(6, 1, "(co_await h");
  EXPECT_EQ(suggestion(), "2:1-2:5 (co_await h(a))");
}

TEST_F(Rdjson, changesOnSeveralLines) {
  fix(0, 2, "e");
  fix(12, 4, "h();");
  EXPECT_EQ(suggestion(), "1:1-3:5 e();\nf(a);\nh();");
}

TEST_F(Rdjson, overlappingChanges) {
  fix(6, 3, "x");
  fix(7, 1, "y");
  EXPECT_EQ(suggestion(), "none");
}

TEST_F(Rdjson, changeBehindTheEnd) {
  fix(6, 100, "x");
  EXPECT_EQ(suggestion(), "none");
}

TEST_F(Rdjson, changeOfAnotherFile) {
  fix(6, 0, "x");
  Found.Fixes.emplace_back("/other.cpp", 0, 0, "y");
  EXPECT_EQ(suggestion(), "none");
}

TEST_F(Rdjson, fileThatChanged) {
  fix(6, 0, "x");
  Found.Main.Where.SourceLine = "f(b);";
  EXPECT_EQ(suggestion(), "none");
}

} // namespace
