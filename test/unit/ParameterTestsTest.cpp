// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests ParameterTests
#include "flow/ParameterTests.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;
using program::ParameterTest;

namespace {

const char *const World = R"(
  #include <chrono>
  using namespace std::chrono_literals;
  using ms = std::chrono::milliseconds;
  enum class mode { never, once, always };
  enum bits : unsigned { wait_for_it = 1, quickly = 4, both = 6 };
  void here(int = 0);
  void change(int &); void look(const int &); void give(int *);
  void change(ms &); void eat(int &&);
)";

std::string spelled(const FunctionDecl &F, const ParameterTest &T) {
  static const char *const Operators[] = {
      " == ", " != ", " < ", " <= ", " > ", " >= ", " & "};
  return F.getParamDecl(T.Parameter)->getNameAsString() + Operators[T.Op] +
         std::to_string(T.Value);
}

/// What rules out that `here()` is called in a function.
struct Row {
  const char *Parameters, *Body, *Excluded;
};

void expectExcluded(std::initializer_list<Row> Rows) {
  std::string Source = World;
  unsigned Count = 0;
  for (const Row &R : Rows)
    Source += ("void f" + llvm::Twine(Count++) + "(" + R.Parameters + ") {" +
               R.Body + "}\n")
                  .str();
  Parsed Code(Source);
  Count = 0;
  for (const Row &R : Rows) {
    const FunctionDecl &F = Code.function("f" + std::to_string(Count++));
    ParameterTests Tests(F, Code.model());
    std::vector<std::string> Found;
    for (const ParameterTest &T : Tests.excluding(&callOf("here", F)))
      Found.push_back(spelled(F, T));
    EXPECT_EQ(llvm::join(Found, ", "), R.Excluded)
        << R.Parameters << ": " << R.Body;
    EXPECT_TRUE(Found.empty() || ParameterTests::mayHelp(F));
  }
}

TEST(ParameterTests, AreWhatConditionsAskFor) {
  expectExcluded({
      {"bool wait", "if (wait) here();", "wait == 0"},
      {"bool wait", "if (!wait) here();", "wait != 0"},
      {"bool wait", "if (!!wait) here();", "wait == 0"},
      {"bool wait", "if (wait == true) here();", "wait == 0"},
      {"bool wait", "if (wait == false) here();", "wait != 0"},
      {"bool wait", "if (wait != true) here();", "wait != 0"},
      {"bool wait", "if (static_cast<bool>(wait)) here();", "wait == 0"},
      {"bool wait", "if (static_cast<bool>(!wait)) here();", "wait != 0"},
      {"bool wait", "if (__builtin_expect(!!(wait), 1)) here();", "wait == 0"},
      {"bool wait", "if (wait) [[likely]] here();", "wait == 0"},
      {"int n", "if (n) here();", "n == 0"},
      {"int n", "if (n > 0) here();", "n <= 0"},
      {"int n", "if (0 < n) here();", "n <= 0"},
      {"int n", "if (n >= 1) here();", "n <= 0"},
      {"int n", "if (n < 0) here();", "n >= 0"},
      {"int n", "if (n <= 0) here();", "n >= 1"},
      {"int n", "if (n == 5) here();", "n != 5"},
      {"int n", "if (n != -1) here();", "n == -1"},
      {"int n", "if (!(n > 0)) here();", "n >= 1"},
      {"unsigned n", "if (n > 0) here();", "n == 0"},
      {"unsigned n", "if (n < 1) here();", "n != 0"},
      {"unsigned n", "if (n > 2) here();", "n <= 2"},
      {"short n", "if (n > 0) here();", "n <= 0"},
      {"int n", "if (n > 0L) here();", "n <= 0"},
      {"const int n", "if (n > 0) here();", "n <= 0"},
      {"const int &n", "if (n > 0) here();", "n <= 0"},
      {"int &&n", "if (n > 0) here();", "n <= 0"},
      {"int *p", "if (p) here();", "p == 0"},
      {"int *p", "if (p != nullptr) here();", "p == 0"},
      {"void (*p)()", "if (!p) here();", "p != 0"},
      {"mode m", "if (m == mode::once) here();", "m != 1"},
      {"mode m", "if (m != mode::never) here();", "m == 0"},
      {"mode m", "if (static_cast<int>(m) == 2) here();", "m != 2"},
  });
}

TEST(ParameterTests, AreNotKnownOfOtherConditions) {
  expectExcluded({
      {"int n", "here();", ""},
      {"int n", "if (flag()) here();", ""},
      {"int n, int m", "if (n > m) here();", ""},
      {"int n", "if (n + 1 > 0) here();", ""},
      {"int n", "if (n % 2) here();", ""},
      {"double n", "if (n > 0) here();", ""},
      {"int n", "if (n > 0.5) here();", ""},
      {"int n", "if (static_cast<unsigned char>(n)) here();", ""},
      {"int n", "if (n < sizeof(long)) here();", ""}, // -1 is a large number
      {"int *p", "if (*p) here();", ""},
      {"int *p, int *q", "if (p == q) here();", ""},
      {"bool *p", "if (!*p) here();", ""},
      {"volatile int n", "if (n > 0) here();", ""},
      {"int &n", "if (n > 0) here();", ""},
      {"", "static int n; if (n > 0) here();", ""},
      {"int n", "int x = n; ++x; if (x > 0) here();", ""},
  });
}

TEST(ParameterTests, HoldOnAllPaths) {
  expectExcluded({
      {"bool wait", "if (!wait) return; here();", "wait == 0"},
      {"bool wait", "if (!wait) fail(); here();", "wait == 0"},
      {"bool wait", "if (!wait) throw 1; here();", "wait == 0"},
      {"bool wait", "if (wait) return; else call(); here();", "wait != 0"},
      {"bool wait", "if (!wait) call(); else here();", "wait == 0"},
      {"bool wait", "if (wait) call(); here();", ""},
      {"bool wait", "if (!wait) call(); here();", ""},
      {"bool wait", "if (flag() && !wait) return; here();", ""},
      {"bool wait", "if (!wait) if (flag()) return; here();", ""},
      {"bool wait", "for (;;) { if (!wait) break; here(); }", "wait == 0"},
      {"bool wait", "for (;;) { if (!wait) break; } here();", "wait != 0"},
      {"bool wait", "while (wait) here();", "wait == 0"},
      {"bool wait", "do { here(); } while (wait);", ""},
      {"bool wait", "wait ? here() : call();", "wait == 0"},
      {"bool wait", "wait && (here(), true);", "wait == 0"},
      {"bool wait", "wait || (here(), true);", "wait != 0"},
      {"bool wait", "if (wait) goto on; return; on: here();", "wait == 0"},
      {"bool wait", "if (!wait) goto on; return; on: here();", "wait != 0"},
      {"bool wait", "if (flag()) goto on; if (!wait) return; on: here();", ""},
      {"bool wait",
       "try { if (!wait) return; call(); } catch (...) { here(); }",
       "wait == 0"},
      {"bool wait",
       "try { call(); if (!wait) return; } catch (...) { here(); }", ""},
      {"int n", "if (n == 0) return; if (n < 0) fail(); here();",
       "n == 0, n <= -1"},
      {"int n", "if (n > 9) call(); else if (n <= 0) return; here();",
       "n <= 0"},
      {"int n", "if (n > 9) call(); else if (n < 0) return; here();",
       "n <= -1"},
      {"int n", "if (n > 9) call(); else if (n > 0) return; here();", ""},
      {"int n", "if (n == 3) call(); else if (n != 4) return; here();", ""},
      {"int n", "if (n > 0) if (n > 5) here();", "n <= 5"},
      {"int n", "if (n > 5) if (n > 0) here();", "n <= 5"},
  });
}

TEST(ParameterTests, AreAllOfAConjunction) {
  expectExcluded({
      {"bool a, bool b", "if (a && b) here();", "a == 0, b == 0"},
      {"bool a, bool b", "if (a || b) here();", ""},
      {"bool a, bool b", "if (!(a || b)) here();", "a != 0, b != 0"},
      {"bool a, bool b", "if (!(a && b)) here();", ""},
      {"bool a, bool b", "if (!a || b) return; here();", "a == 0, b != 0"},
      {"bool a, bool b", "if (!a && b) return; here();", ""},
      {"bool a, int n", "if (flag() && (a && n > 0)) here();",
       "a == 0, n <= 0"},
      {"bool a", "if (flag() || a) here();", ""},
      {"bool a", "if (a || !a) here();", ""},
      {"bool a, bool b", "const bool c = a && !b; if (c) here();",
       "a == 0, b != 0"},
      {"bool a, bool b", "bool c = a; c = c && b; if (c) here();", ""},
      {"int n", "if (bool c = n > 0) here();", "n <= 0"},
      {"int n", "bool c = n > 0; if (flag() && c) here();", "n <= 0"},
      {"int n", "bool c = n > 0; give(&n); if (c) here();", ""},
      {"int n", "static bool c = n > 0; if (c) here();", ""},
      {"int n",
       "bool c = n > 0; auto set = [&] { c = true; }; set();"
       "if (c) here();",
       ""},
      {"int n", "if (int x = n; x > 0) here();", "n <= 0"},
      {"int a, int b, int c, int d, int e",
       "if (a && b && c && d && e) here();", "b == 0, c == 0, d == 0, e == 0"},
      {"bool wait", "bool self = self; if (self && wait) here();", "wait == 0"},
  });
}

TEST(ParameterTests, AreOfParametersThatNeverChange) {
  expectExcluded({
      {"int n", "n = 5; if (n > 0) here();", ""},
      {"int n", "if (n > 0) { here(); n = 0; }", ""},
      {"int n", "while (n-- > 0) here();", ""},
      {"int n", "for (; n > 0; --n) here();", ""},
      {"int n", "n += 2; if (n > 0) here();", ""},
      {"int n", "change(n); if (n > 0) here();", ""},
      {"int n", "eat(std::move(n)); if (n > 0) here();", "n <= 0"},
      {"int n", "eat((int &&)n); if (n > 0) here();", ""},
      {"int n", "look(n); if (n > 0) here();", "n <= 0"},
      {"int n", "give(&n); if (n > 0) here();", ""},
      {"int n", "int &r = n; r = 1; if (n > 0) here();", ""},
      {"int n", "const int &r = n; if (r > 0) here();", "n <= 0"},
      {"int n", "int &&r = static_cast<int &&>(n); if (n > 0) here();", ""},
      {"int n", "auto f = [&] { n = 1; }; f(); if (n > 0) here();", ""},
      {"int n", "auto f = [&n] { change(n); }; f(); if (n > 0) here();", ""},
      {"int n", "auto f = [&] { look(n); }; f(); if (n > 0) here();", "n <= 0"},
      {"int n", "auto f = [n] { look(n); }; f(); if (n > 0) here();", "n <= 0"},
      {"int n", "auto f = [&r = n] { r = 1; }; f(); if (n > 0) here();", ""},
      {"int n", "auto f = [&] { return [&] { n = 1; }; }; if (n > 0) here();",
       ""},
      {"int n, int m", "(flag() ? n : m) = 1; if (n > 0) here();", ""},
      {"int n, int m", "int k = flag() ? n : m; if (n > 0) here();", "n <= 0"},
      {"int n", "int k = n + n * 2; (void)n; if (n > 0) here(n);", "n <= 0"},
      {"int n",
       "const_cast<int &>(static_cast<const int &>(n)) = 1;"
       "if (n > 0) here();",
       ""},
      {"int n", "if (n > 0 && sizeof(n++)) here();", "n <= 0"},
      {"int *p", "*p = 1; p[1] = 2; if (p) here();", "p == 0"},
      {"int *p", "++p; if (p) here();", ""},
      {"int n, int m", "m = n; if (n > 0 && m > 0) here();", "n <= 0"},
  });
}

TEST(ParameterTests, AreOfDurations) {
  expectExcluded({
      {"ms t", "if (t > 0s) here();", "t <= 0"},
      {"ms t", "if (t >= 0ms) here();", "t < 0"},
      {"ms t", "if (t == 0ms) return; here();", "t == 0"},
      {"ms t", "if (t != ms::zero()) here();", "t == 0"},
      {"ms t", "if (t <= decltype(t)::zero()) return; here();", "t <= 0"},
      {"ms t", "if (t > t.zero()) here();", "t <= 0"},
      {"ms t", "if (t > ms{}) here();", "t <= 0"},
      {"ms t", "if (ms(0) < t) here();", "t <= 0"},
      {"ms t", "if (t.count() > 0) here();", "t <= 0"},
      {"ms t", "if (t.count()) here();", "t == 0"},
      {"ms t", "if (!t.count()) here();", "t != 0"},
      {"const ms &t", "if (t > 0s) here();", "t <= 0"},
      {"std::chrono::duration<double> t", "if (t > 0s) here();", "t <= 0"},
      {"std::chrono::duration<double> t", "if (t.count() > 0) here();",
       "t <= 0"},
      {"ms t", "const ms none = 0ms; if (t > none) here();", "t <= 0"},
      {"ms t", "const auto u = t; if (u > 0s) here();", "t <= 0"},
      {"int n", "if (ms(n) > 0s) here();", "n <= 0"},
      // Not compared with zero.
      {"ms t", "if (t > 5ms) here();", ""},
      {"ms t", "if (t == ms::max()) here();", ""},
      {"ms t", "if (t.count() == 5) here();", ""},
      {"ms t", "if (t.count() >= 1) here();", ""},
      {"ms t, ms u", "if (t > u) here();", ""},
      {"ms t", "if (t + 1ms > 0s) here();", ""},
      {"ms t",
       "if (std::chrono::duration_cast<std::chrono::seconds>(t) > 0s)"
       "here();",
       ""},
      {"int n", "if (ms(n) > 5ms) here();", ""},
      // Changed.
      {"ms &t", "if (t > 0s) here();", ""},
      {"ms t", "t -= 1ms; if (t > 0s) here();", ""},
      {"ms t", "t = 1ms; if (t > 0s) here();", ""},
      {"ms t", "change(t); if (t > 0s) here();", ""},
      {"ms t", "while (t > 0s) { here(); t -= 1ms; }", ""},
  });
}

TEST(ParameterTests, AreOfBits) {
  expectExcluded({
      {"int f", "if (!(f & 64)) here();", "f & 64"},
      {"int f", "if ((f & 64) == 0) here();", "f & 64"},
      {"int f", "if (f & 64) return; here();", "f & 64"},
      {"int f", "if (f & 64) here();", "f == 0"},
      {"int f", "if ((f & 64) != 0) here();", "f == 0"},
      {"int f", "if (!(f & 0x40u)) here();", "f & 64"},
      {"unsigned f", "if (!(f & both)) here();", "f & 2, f & 4"},
      {"unsigned f", "if ((f & both) != both) here();", "f & 6"},
      {"unsigned f", "if ((f & both) == both) here();", "f == 0"},
      {"bits f", "if (!(f & quickly)) here();", "f & 4"},
      {"int f", "if (!(f & 0xff)) here();", "f & 255"},
      {"int f, int g", "if (!(f & g)) here();", ""},
      {"int f", "if (!(f | 4)) here();", ""},
      {"int f", "if ((f & 6) == 2) here();", ""},
      {"int f", "f |= 4; if (!(f & 4)) here();", ""},
      {"unsigned char f", "if (!(f & 0x100)) here();", ""},
  });
}

TEST(ParameterTests, AreOfCases) {
  expectExcluded({
      {"mode m", "switch (m) { case mode::once: here(); break; default:; }",
       "m != 1"},
      {"int n", "switch (n) { case 2: here(); break; case 3: call(); }",
       "n != 2"},
      {"int n", "switch (n) { case 1: call(); case 2: here(); }", ""},
      {"int n", "switch (n) { case 1: case 2: here(); }", ""},
      {"int n", "switch (n) { case 1: return; case 2: here(); }", "n != 2"},
      {"int n", "switch (n) { case 1: return; default: here(); }", "n == 1"},
      {"int n",
       "switch (n) { case 1: return; case 2: call(); default: here();"
       "}",
       "n == 1"},
      {"int n", "switch (n) { case 0: case 1: return; } here();",
       "n == 1, n == 0"},
      {"int n", "switch (n) { case 0: break; default: return; } here();",
       "n != 0"},
      {"int n", "switch (n) { case 1 ... 5: here(); }", ""},
      {"int n", "n++; switch (n) { case 1: here(); }", ""},
      {"int n", "switch (n & 3) { case 1: here(); }", ""},
      // The inner switch ends where the outer one goes on.
      {"int n, int m",
       "switch (n) { case 1: switch (m) { case 5: call(); }"
       "case 2: here(); }",
       ""},
  });
}

TEST(ParameterTests, AreOfThisFunctionsParameters) {
  Parsed Code(R"(
    void here();
    void outer(bool wait) { auto f = [&](bool now) { if (wait && now) here(); }; }
    own::lazy<> coroutine(bool wait) { if (!wait) co_return; here(); }
    struct own_class { own_class(bool wait) { if (wait) here(); } };
    template <typename T> void pattern(T wait) { if (wait) here(); }
    template void pattern<bool>(bool);
    void nobody(); void other(double, int &);
    void somebody(const int &);
  )");
  auto CountIn = [&](const FunctionDecl &F) {
    return ParameterTests(F, Code.model()).excluding(&callOf("here", F)).size();
  };
  const FunctionDecl &Outer = Code.function("outer");
  const FunctionDecl &Inner = *only<LambdaExpr>(Outer).getCallOperator();
  EXPECT_EQ(CountIn(Inner), 1u);
  EXPECT_EQ(CountIn(Code.function("coroutine")), 1u);
  for (const FunctionDecl *F : Code.model().functions().functions())
    if (isa<CXXConstructorDecl>(F) || F->isTemplateInstantiation()) {
      EXPECT_EQ(CountIn(*F), 1u);
    }
  // Of a template nothing is known, and of statements elsewhere neither.
  const FunctionDecl &Pattern = Code.function("pattern");
  EXPECT_TRUE(Pattern.isDependentContext());
  EXPECT_EQ(CountIn(Pattern), 0u);
  EXPECT_TRUE(ParameterTests(Outer, Code.model())
                  .excluding(&callOf("here", Inner))
                  .empty());
  EXPECT_FALSE(ParameterTests::mayHelp(Code.function("nobody")));
  EXPECT_FALSE(ParameterTests::mayHelp(Code.function("other")));
  EXPECT_TRUE(ParameterTests::mayHelp(Code.function("somebody")));
}

} // namespace
