// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The numbers are what GitHub's action for uploads computes of the same text.
// RUN: %unit-tests LineHashes
#include "driver/report/LineHashes.h"
#include <gtest/gtest.h>

using asynctidy::report::lineHashes;

namespace {

using Hashes = std::vector<std::string>;

const char *const EmptyLine = "c129715d7a2bc9a3:1";

TEST(LineHashes, emptyFile) { EXPECT_EQ(lineHashes(""), Hashes{EmptyLine}); }

TEST(LineHashes, allLineEnds) {
  Hashes Expected = {"21947350e95e3781:1", "f984b95d856bba00:1",
                     "3533b731c077d06e:1", "b859542ad2308d7c:1",
                     "63a24cbd5488dd81:1"};
  EXPECT_EQ(lineHashes("int a;\n\tint b;\r\n\r\nint c;\rint d;"), Expected);
  EXPECT_EQ(lineHashes("int a;\nint b;\n\nint c;\nint d;"), Expected);
}

TEST(LineHashes, blanksDoNotCount) {
  EXPECT_EQ(lineHashes("f(1, 2);\n"), lineHashes("  f (1,\t2) ;\n"));
  EXPECT_NE(lineHashes("f(1, 2);\n"), lineHashes("f(1, 3);\n"));
}

TEST(LineHashes, onlyBlanks) {
  EXPECT_EQ(lineHashes("   \n"), (Hashes{"3c5bef55b72b93c9:1", EmptyLine}));
}

TEST(LineHashes, lineEndInTwoParts) {
  EXPECT_EQ(lineHashes("\r \nx\n"),
            (Hashes{"64db083eef645851:1", "9b880b129a60314b:1",
                    "828973aa50c68d6d:1", EmptyLine}));
}

TEST(LineHashes, charactersAreThoseOfUtf16) {
  EXPECT_EQ(lineHashes("// \u00e9\U0001F600 caf\u00e9\nint x;\n"),
            (Hashes{"682c7e0560fe3d44:1", "22bd3bea0af67823:1", EmptyLine}));
  EXPECT_EQ(lineHashes("// \xff\xe2\x82\nint x;\n"),
            (Hashes{"53795e0f10335751:1", "22bd3bea0af67823:1", EmptyLine}));
}

/// A line's hash covers what follows it, up to 100 characters.
TEST(LineHashes, equalLinesAreNumbered) {
  std::string Text;
  for (int I = 0; I < 30; ++I)
    Text += "same();\n";
  Hashes Found = lineHashes(Text);
  ASSERT_EQ(Found.size(), 31u);
  EXPECT_EQ(Found[0], "a80a9c6c86f89ea6:1");
  EXPECT_EQ(Found[17], "a80a9c6c86f89ea6:18");
  EXPECT_EQ(Found[18], "a80a9c6d4c79dfa3:1");
  EXPECT_EQ(Found[29], "2a7e494fd1941e23:1");
  EXPECT_EQ(Found[30], EmptyLine);
}

} // namespace
