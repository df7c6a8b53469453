// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Fingerprint
#include "driver/report/Fingerprint.h"
#include "Reported.h"
#include "driver/report/SourceFiles.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/raw_ostream.h"
#include <gtest/gtest.h>

using namespace asynctidy::report;
using llvm::StringRef;

namespace {

/// The fingerprints of findings in lines of /p/a.cpp.
std::vector<std::string> fingerprints(std::vector<StringRef> Lines,
                                      StringRef Root = "/p") {
  Report R;
  R.Root = Root.str();
  Fingerprints Prints(R);
  std::vector<std::string> Result;
  unsigned Number = 0;
  for (StringRef Line : Lines)
    Result.push_back(
        Prints.next(findingAt((Root + "/a.cpp").str(), ++Number, Line)));
  return Result;
}

TEST(Fingerprint, equalLinesAreNumbered) {
  auto Found = fingerprints({"f();", "g();", "f();"});
  EXPECT_NE(Found[0], Found[1]);
  EXPECT_EQ(StringRef(Found[0]).split(':').first,
            StringRef(Found[2]).split(':').first);
  EXPECT_TRUE(StringRef(Found[0]).ends_with(":1"));
  EXPECT_TRUE(StringRef(Found[2]).ends_with(":2"));
}

TEST(Fingerprint, whereTheLineStandsDoesNotCount) {
  EXPECT_EQ(fingerprints({"x;", "f();"})[1], fingerprints({"f();"})[0]);
}

TEST(Fingerprint, layoutDoesNotCount) {
  EXPECT_EQ(fingerprints({"\tf(1,  2);  "}), fingerprints({"f(1, 2);"}));
  EXPECT_NE(fingerprints({"f(1, 2);"}), fingerprints({"f(12);"}));
}

TEST(Fingerprint, whereTheProjectStandsDoesNotCount) {
  EXPECT_EQ(fingerprints({"f();"}, "/p"), fingerprints({"f();"}, "/other/q"));
}

TEST(Fingerprint, checkPathAndFunctionCount) {
  Report R;
  Fingerprints Prints(R);
  Diagnostic D = findingAt("/a.cpp", 1, "f();");
  std::string First = Prints.next(D);
  D.Main.Where.File = "/b.cpp";
  EXPECT_NE(Prints.next(D), First);
  D = findingAt("/a.cpp", 1, "f();");
  D.Check = "async-unawaited-task";
  EXPECT_NE(Prints.next(D), First);
  D = findingAt("/a.cpp", 1, "f();");
  D.Function = "other";
  EXPECT_NE(Prints.next(D), First);
}

TEST(Fingerprint, identityIsOneLineOfFourFields) {
  Report R;
  R.Root = "/p";
  Diagnostic D = findingAt("/p/odd\tname\n.cpp", 1, "f();");
  D.Function = "app::serve";
  EXPECT_EQ(identityOf(D, R),
            "async-blocking-call\todd?name?.cpp\tapp::serve\t1ecac30a");
  Diagnostic Indented = D;
  Indented.Main.Where.SourceLine = "\t f( );\r";
  Indented.Main.Where.Line = 7;
  EXPECT_EQ(identityOf(Indented, R), identityOf(D, R));
}

/// It is stored in baselines, of other tools, too: it must never change.
TEST(Fingerprint, staysTheSame) {
  EXPECT_EQ(fingerprints({"f();"})[0], "2218db4418361119:1");
  EXPECT_EQ(hashOf(""), "2d06800538d394c2");
}

TEST(Fingerprint, ofGithubOnlyWhereTheFileIsAsItWas) {
  llvm::SmallString<64> Name;
  int Descriptor;
  ASSERT_FALSE(
      llvm::sys::fs::createTemporaryFile("source", "cpp", Descriptor, Name));
  llvm::FileRemover Remover(Name);
  llvm::raw_fd_ostream(Descriptor, /*shouldClose=*/true) << "int a;\n\nf();\n";
  SourceFiles Sources;
  LineFingerprints Prints(Sources);
  Diagnostic D = findingAt(Name, 3, "f();");
  D.Main.Where.Offset = 8;
  EXPECT_NE(Prints.of(D.Main.Where), "");
  D.Main.Where.SourceLine = "g();"; // changed
  EXPECT_EQ(Prints.of(D.Main.Where), "");
  D = findingAt(Name, 2, ""); // an equal line, but not here
  D.Main.Where.Offset = 3;
  EXPECT_EQ(Prints.of(D.Main.Where), "");
  EXPECT_EQ(Prints.of(findingAt(Name, 7, "f();").Main.Where), "");
  EXPECT_EQ(Prints.of(findingAt("/no/such/file", 1, "").Main.Where), "");
  EXPECT_EQ(Prints.of(findingAt("/dev/zero", 1, "").Main.Where), "");
}

} // namespace
