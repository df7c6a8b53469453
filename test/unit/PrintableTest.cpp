// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Printable
#include "driver/report/Printable.h"
#include "driver/report/Uri.h"
#include <gtest/gtest.h>

using namespace asynctidy::report;

namespace {

TEST(Printable, text) {
  EXPECT_EQ(printable("caf\u00e9 \u65e5\u672c"), "caf\u00e9 \u65e5\u672c");
  EXPECT_EQ(printable("\x1b[31m\r\n\t\x7f"), "<1B>[31m<0D><0A><09><7F>");
  EXPECT_EQ(printable("\u009b31m"), "<C29B>31m");       // ESC [ in one
  EXPECT_EQ(printable("\u202e/*"), "<E280AE>/*");       // from right to left
  EXPECT_EQ(printable("\xff\xe2\x82"), "<FF><E2><82>"); // no UTF-8
}

TEST(Printable, code) {
  EXPECT_EQ(printableCode("\tf();\t// x"), "        f();    // x");
  EXPECT_EQ(printableCode("\x1b"), "<1B>");
}

TEST(Printable, json) {
  EXPECT_EQ(printableJson("{\n \"caf\u00e9\"\n}"), "{\n \"caf\u00e9\"\n}");
  EXPECT_EQ(printableJson("\u009b\x7f\u202e"), "\\u009b\\u007f\\u202e");
  EXPECT_EQ(printableJson("\U000e0001!"), "\\udb40\\udc01!");
}

TEST(Printable, path) {
  EXPECT_EQ(printablePath("src/a b.cpp"), "src/a b.cpp");
  EXPECT_EQ(printablePath("std::x.cpp"), "std::x.cpp");
  EXPECT_EQ(printablePath("::error::x.cpp"), "./::error::x.cpp");
  EXPECT_EQ(printablePath(" ::error::x.cpp"), "./ ::error::x.cpp");
  EXPECT_EQ(printablePath("a\n::error::x.cpp"), "a<0A>::error::x.cpp");
}

TEST(Printable, uri) {
  EXPECT_EQ(uriOf("src/a_b-c.1~.cpp"), "src/a_b-c.1~.cpp");
  EXPECT_EQ(uriOf("a b%20.cpp"), "a%20b%2520.cpp");
  EXPECT_EQ(uriOf("a:b?c#d.cpp"), "a%3Ab%3Fc%23d.cpp");
  EXPECT_EQ(uriOf("caf\u00e9.cpp"), "caf%C3%A9.cpp");
  EXPECT_EQ(uriOf("\xff\n<\"\\.cpp"), "%FF%0A%3C%22%5C.cpp");
  EXPECT_EQ(uriOf("/usr/include/x y.h"), "file:///usr/include/x%20y.h");
}

} // namespace
