// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Borrowing
#include "model/Borrowing.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const Prelude = R"(
#include <memory>
#include <string>
#include <string_view>
#include <vector>
struct Part { int n; int &r; };
struct Whole { Part part; int plain; int all[2]; };
struct Request { std::string_view path; int n; };
class Lease {
public:
  Lease();
  Lease(const Lease &) = delete;
  ~Lease();
  int &operator*() const;
  int *operator->() const;
};
std::string make();
int &elsewhere();
void take_ref(const int &);
void take_string(const std::string &);
void take_value(std::string);
void take_view(std::string_view);
void take_pointer(const int *);
void take_text(const char *);
void take_request(Request);
)";

/// What the only parameter of `take...` refers to in the body of `void f(int
/// &reference, int value)`: "v", "temporary", "reference of the caller's".
std::string given(llvm::StringRef Take, llvm::StringRef Body) {
  Parsed Code(
      (Prelude + ("void f(int &reference, int value) {" + Body + "}")).str());
  const CallExpr &Call = callOf(Take, Code.function("f"));
  Borrowing Refers(Code.model().rules());
  std::vector<std::string> Names;
  for (const Referent &R :
       Refers.givenTo(*Call.getDirectCallee()->getParamDecl(0), Call.getArg(0)))
    Names.push_back(R.Temporary
                        ? "temporary"
                        : R.Variable->getNameAsString() +
                              (R.IsReference ? " of the caller's" : ""));
  return llvm::join(Names, ", ");
}

TEST(Borrowing, FollowsReferencesToVariables) {
  EXPECT_EQ(given("take_ref", "int v = 1; take_ref(v);"), "v");
  EXPECT_EQ(given("take_ref", "int v = 1; int &r = v; take_ref(r);"), "v");
  EXPECT_EQ(given("take_ref", "Whole v{{1, value}, 2, {}}; take_ref(v.plain);"),
            "v");
  EXPECT_EQ(
      given("take_ref", "Whole v{{1, value}, 2, {}}; take_ref(v.all[1]);"),
      "v");
  EXPECT_EQ(given("take_ref", "int v = 1; take_ref(value ? v : value);"),
            "v, value");
  EXPECT_EQ(given("take_ref", "take_ref(reference);"),
            "reference of the caller's");
}

TEST(Borrowing, KnowsWhatIsSomebodyElses) {
  EXPECT_EQ(given("take_ref", "static int v = 1; take_ref(v);"), "");
  EXPECT_EQ(given("take_ref", "take_ref(elsewhere());"), "");
  EXPECT_EQ(
      given("take_ref", "Whole v{{1, value}, 2, {}}; take_ref(v.part.r);"), "");
  EXPECT_EQ(
      given("take_ref", "auto v = std::make_shared<int>(1); take_ref(*v);"),
      "");
  EXPECT_EQ(given("take_value", "std::string v; take_value(v);"), "");
  EXPECT_EQ(given("take_text", "take_text(\"text\");"), "");
}

TEST(Borrowing, KnowsTemporaries) {
  EXPECT_EQ(given("take_ref", "take_ref(1);"), "temporary");
  EXPECT_EQ(given("take_string", "take_string(\"text\");"), "temporary");
  EXPECT_EQ(
      given("take_string", "const std::string &v = make(); take_string(v);"),
      "v");
}

TEST(Borrowing, LooksIntoViewsAndPointers) {
  EXPECT_EQ(given("take_view", "take_view(make());"), "temporary");
  EXPECT_EQ(given("take_view", "std::string v; take_view(v);"), "v");
  EXPECT_EQ(
      given("take_view",
            "std::string v; std::string_view s = v; take_view(s.substr(1));"),
      "v");
  EXPECT_EQ(given("take_text", "std::string v; take_text(v.c_str());"), "v");
  EXPECT_EQ(given("take_text", "take_text(make().data());"), "temporary");
  EXPECT_EQ(given("take_pointer", "int v = 1; take_pointer(&v);"), "v");
  EXPECT_EQ(given("take_pointer", "int v = 1; int *p = &v; take_pointer(p);"),
            "v");
  EXPECT_EQ(given("take_pointer",
                  "auto v = std::make_unique<int>(1); take_pointer(v.get());"),
            "v");
  EXPECT_EQ(given("take_request", "take_request({make(), 1});"), "temporary");
}

TEST(Borrowing, TrustsNoPointerThatChanges) {
  EXPECT_EQ(given("take_pointer",
                  "int v = 1; int *p = &v; p = &reference; take_pointer(p);"),
            "");
  EXPECT_EQ(
      given(
          "take_view",
          "std::string v; std::string_view s = v; s = \"text\"; take_view(s);"),
      "");
}

TEST(Borrowing, TakesLeasesForOwners) {
  EXPECT_EQ(given("take_ref", "Lease v; take_ref(*v);"), "v");
}

} // namespace
