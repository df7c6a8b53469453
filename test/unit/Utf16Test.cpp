// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Utf16
#include "driver/report/Utf16.h"
#include <gtest/gtest.h>

using namespace asynctidy::report;
using llvm::StringRef;

namespace {

struct Column {
  StringRef Line;
  unsigned Bytes, Units;
};

TEST(Utf16, columns) {
  const Column Table[] = {
      {"", 1, 1},
      {"usleep(1);", 1, 1},
      {"usleep(1);", 7, 7},
      {"\tusleep(1);", 2, 2},
      {"\u00e9 usleep(1);", 4, 3},
      {"\u20ac usleep(1);", 5, 3},
      {"\U0001F600 usleep(1);", 6, 4},   // a surrogate pair
      {"e\u0301 usleep(1);", 5, 4},      // a letter and its accent
      {"\u00e9\u00e9", 5, 3},            // behind the last one
      {StringRef("a\0b", 3), 3, 3},      // a character like others
      {"\xff usleep(1);", 3, 3},         // no UTF-8
      {"\xe2\x82 usleep(1);", 4, 3},     // the beginning of a character
      {"\xf0\x9f\x98 usleep(1);", 5, 3}, // of a longer one
      {"\xed\xa0\x80 usleep(1);", 5, 5}, // half a surrogate pair
      {"\xc0\xaf usleep(1);", 4, 4},     // a slash in disguise
      {"\x80\x80 usleep(1);", 4, 4},     // ends of characters
      {"\u00e9", 12, 11},                // behind the end
  };
  for (const Column &C : Table)
    EXPECT_EQ(utf16Column(C.Line, C.Bytes), C.Units) << C.Line.str();
  EXPECT_EQ(utf16Column("text", 0), 0u); // not known
}

TEST(Utf16, wellFormedTextStaysAsItIs) {
  StringRef Text = "a\u00e9\u20ac\U0001F600\x1b\n";
  EXPECT_EQ(utf8(Text), Text);
}

TEST(Utf16, otherBytesAreReplaced) {
  EXPECT_EQ(utf8("a\xff"), "a\ufffd");
  EXPECT_EQ(utf8("\xe2\x82z"), "\ufffdz");
}

} // namespace
