// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Positions
#include "driver/editor/Positions.h"
#include "gtest/gtest.h"
#include <ostream>

namespace asynctidy::editor {

static bool operator==(Position A, Position B) {
  return A.Line == B.Line && A.Character == B.Character;
}
static std::ostream &operator<<(std::ostream &Out, Position P) {
  return Out << P.Line << ':' << P.Character;
}

namespace {

// An umlaut of 2 bytes, the euro sign of 3, an emoji of 4.
constexpr llvm::StringLiteral Wide =
    "a\n\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80z\n";

TEST(Positions, CountsUnitsOfTheEncoding) {
  size_t Z = Wide.find('z');
  EXPECT_EQ(positionAt(Wide, Z, Encoding::Utf8), (Position{1, 9}));
  EXPECT_EQ(positionAt(Wide, Z, Encoding::Utf16), (Position{1, 4}));
  EXPECT_EQ(positionAt(Wide, Z, Encoding::Utf32), (Position{1, 3}));
}

TEST(Positions, GoesBackAndForth) {
  for (Encoding Units : {Encoding::Utf8, Encoding::Utf16, Encoding::Utf32})
    for (size_t Offset : {0, 1, 2, 4, 7, 11, 12, 13})
      EXPECT_EQ(offsetAt(Wide, positionAt(Wide, Offset, Units), Units), Offset);
}

TEST(Positions, KnowsAllLineEnds) {
  for (llvm::StringRef Text : {"ab\ncd\nef", "ab\rcd\ref", "ab\r\ncd\r\nef"}) {
    size_t F = Text.find('f');
    EXPECT_EQ(positionAt(Text, F, Encoding::Utf16), (Position{2, 1}));
    EXPECT_EQ(offsetAt(Text, {2, 1}, Encoding::Utf16), F);
  }
}

TEST(Positions, StaysInTheLine) {
  EXPECT_EQ(offsetAt("ab\ncd", {0, 99}, Encoding::Utf16), 2u);
  EXPECT_EQ(offsetAt("ab\r\ncd", {0, 99}, Encoding::Utf16), 2u);
  EXPECT_EQ(offsetAt("ab\ncd", {1, 99}, Encoding::Utf16), 5u);
}

TEST(Positions, StaysInTheText) {
  EXPECT_EQ(offsetAt("ab\ncd\n", {2, 0}, Encoding::Utf16), 6u);
  EXPECT_EQ(offsetAt("ab\ncd", {7, 3}, Encoding::Utf16), 5u);
  EXPECT_EQ(offsetAt("", {0, 0}, Encoding::Utf16), 0u);
  EXPECT_EQ(positionAt("ab\ncd", 99, Encoding::Utf16), (Position{1, 2}));
  EXPECT_EQ(positionAt("", 1, Encoding::Utf16), (Position{0, 0}));
}

TEST(Positions, TakesBytesThatAreNoUtf8ForCharacters) {
  EXPECT_EQ(positionAt("\xff\xfez", 2, Encoding::Utf16), (Position{0, 2}));
  EXPECT_EQ(offsetAt("\xff\xfez", {0, 2}, Encoding::Utf16), 2u);
  EXPECT_EQ(positionAt("\xf0\x9f", 2, Encoding::Utf16), (Position{0, 2}));
}

TEST(Positions, KnowsTheNamesOfTheEncodings) {
  for (llvm::StringRef Name : {"utf-8", "utf-16", "utf-32"})
    EXPECT_EQ(nameOf(*encodingNamed(Name)), Name);
  EXPECT_EQ(encodingNamed("ebcdic"), std::nullopt);
}

} // namespace
} // namespace asynctidy::editor
