// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests OpenConditions
#include "model/OpenConditions.h"
#include "Parsed.h"
#include "model/CallSiteMaker.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;
using program::ParameterTest;

namespace {

/// What the rules say: sleep, unless 0; poll, unless argument 2 is 0; recv,
/// unless argument 3 has MSG_DONTWAIT; sleep_for, unless it is zero or
/// negative; ppoll, unless what argument 2 points to is zero; system, unless
/// its command is null.
const char *const World = R"(
  #include <chrono>
  #define MSG_DONTWAIT 0x40
  #define MSG_NOSIGNAL 0x4000
  extern "C" {
  unsigned sleep(unsigned);
  int poll(void *, unsigned long, int);
  long recv(int, void *, unsigned long, int);
  int system(const char *);
  int ppoll(void *, unsigned long, const timespec *, const void *);
  }
  using namespace std::chrono_literals;
  using ms = std::chrono::milliseconds;
  using us = std::chrono::microseconds;
  namespace std::this_thread {
  template <typename R, typename P>
  void sleep_for(const std::chrono::duration<R, P> &);
  }
  namespace absl {
  struct Duration { long hi; unsigned lo; };
  void SleepFor(Duration);
  }
  enum class wait_for { nothing, something };
  void change(int &); void change(absl::Duration &);
  struct text { const char *c_str() const; operator const char *() const; };
)";

std::string spelled(const FunctionDecl &F, const ParameterTest &T) {
  static const char *const Operators[] = {
      " == ", " != ", " < ", " <= ", " > ", " >= ", " & "};
  return F.getParamDecl(T.Parameter)->getNameAsString() + Operators[T.Op] +
         std::to_string(T.Value);
}

/// The call that blocks in a function of these parameters, and what they must
/// be for it not to.
struct Row {
  const char *Callee, *Parameters, *Body, *Open;
};

void expectOpen(std::initializer_list<Row> Rows) {
  std::string Source = World;
  unsigned Count = 0;
  for (const Row &R : Rows)
    Source += ("void f" + llvm::Twine(Count++) + "(" + R.Parameters + ") {" +
               R.Body + "}\n")
                  .str();
  Parsed Code(Source);
  const RuleMatcher &Rules = Code.model().rules();
  Count = 0;
  for (const Row &R : Rows) {
    const FunctionDecl &F = Code.function("f" + std::to_string(Count++));
    CallSite Site = plainCallSite(callOf(R.Callee, F));
    const RuleEntry *Entry = Rules.find(Site, Role::Blocks, &F);
    ASSERT_TRUE(Entry) << R.Body;
    std::vector<std::string> Found;
    for (const ParameterTest &T : openConditions(*Entry, Site, &F, Rules))
      Found.push_back(spelled(F, T));
    EXPECT_EQ(llvm::join(Found, ", "), R.Open)
        << R.Parameters << ": " << R.Body;
  }
}

TEST(OpenConditions, AreOfNumbers) {
  expectOpen({
      {"sleep", "unsigned n", "sleep(n);", "n == 0"},
      {"sleep", "int n", "sleep(n);", "n == 0"},
      {"sleep", "long long n", "sleep(static_cast<unsigned>(n));", "n == 0"},
      {"sleep", "const int n", "sleep((unsigned)(n));", "n == 0"},
      {"sleep", "const int &n", "sleep(n);", "n == 0"},
      {"sleep", "int &&n", "sleep(std::move(n));", "n == 0"},
      {"sleep", "bool n", "sleep(n);", "n == 0"},
      {"sleep", "wait_for n", "sleep(unsigned(n));", "n == 0"},
      {"poll", "int fd, int n", "poll(nullptr, fd, n);", "n == 0"},
      {"poll", "int n", "if (flag()) poll(nullptr, 1, int{n});", "n == 0"},
      {"poll", "int n", "const int m = n; poll(nullptr, 1, m);", "n == 0"},
      {"poll", "int n", "int m = n; poll(nullptr, 1, m);", "n == 0"},
      {"poll", "ms t", "poll(nullptr, 1, t.count());", "t == 0"},
      {"poll", "const ms &t", "poll(nullptr, 1, int(t.count()));", "t == 0"},
      // Something else, or something that changes.
      {"sleep", "int n", "sleep(5);", ""},
      {"sleep", "int n", "sleep(n + 1);", ""},
      {"sleep", "int n", "sleep(-n);", ""},
      {"sleep", "int n", "sleep(flag() ? n : 1);", ""},
      {"sleep", "int *n", "sleep(*n);", ""},
      {"sleep", "int &n", "sleep(n);", ""},
      {"sleep", "double n", "sleep(n);", ""},
      {"sleep", "int n", "n = 5; sleep(n);", ""},
      {"sleep", "int n", "while (n-- > 0) sleep(n);", ""},
      {"sleep", "int n", "sleep(n); n = 1;", ""},
      {"sleep", "int n", "change(n); sleep(n);", ""},
      {"sleep", "int n", "int *p = &n; *p = 1; sleep(n);", ""},
      {"sleep", "int n", "auto f = [&] { ++n; }; f(); sleep(n);", ""},
      {"sleep", "int n", "int m = n; ++m; sleep(m);", ""},
      {"sleep", "int n", "struct s { int n; } x{n}; sleep(x.n);", ""},
      {"poll", "int n", "poll(nullptr, n, 5);", ""},
      {"poll", "ms t", "poll(nullptr, 1, (t + 1ms).count());", ""},
      {"poll", "std::chrono::seconds t",
       "poll(nullptr, 1, std::chrono::duration_cast<ms>(t).count());", ""},
  });
}

TEST(OpenConditions, AreOfFlags) {
  expectOpen({
      {"recv", "int f", "recv(0, nullptr, 1, f);", "f & 64"},
      {"recv", "unsigned f", "recv(0, nullptr, 1, f);", "f & 64"},
      {"recv", "long f", "recv(0, nullptr, 1, int(f));", "f & 64"},
      {"recv", "int f", "recv(0, nullptr, 1, f | MSG_NOSIGNAL);", "f & 64"},
      {"recv", "int f, int g", "recv(0, nullptr, 1, f | g);", "f & 64, g & 64"},
      {"recv", "unsigned char f", "recv(0, nullptr, 1, f);", "f & 64"},
      {"recv", "int f", "recv(0, nullptr, 1, MSG_NOSIGNAL);", ""},
      {"recv", "int f", "recv(0, nullptr, 1, f & MSG_NOSIGNAL);", ""},
      {"recv", "int f", "recv(0, nullptr, 1, f << 1);", ""},
      {"recv", "int f", "recv(0, nullptr, 1, ~f);", ""},
      {"recv", "bool f", "recv(0, nullptr, 1, f);", ""},
      {"recv", "int f", "recv(0, nullptr, 1, bool(f));", ""},
      {"recv", "int f", "f &= 1; recv(0, nullptr, 1, f);", ""},
      {"recv", "int fd, int n", "recv(fd, nullptr, n, 0);", ""},
      {"recv", "ms t", "recv(0, nullptr, 1, t.count());", ""},
  });
}

TEST(OpenConditions, AreOfDurations) {
  expectOpen({
      {"sleep_for", "ms t", "std::this_thread::sleep_for(t);", "t <= 0"},
      {"sleep_for", "const ms &t", "std::this_thread::sleep_for(t);", "t <= 0"},
      {"sleep_for", "ms t", "std::this_thread::sleep_for(std::move(t));",
       "t <= 0"},
      {"sleep_for", "ms t", "std::this_thread::sleep_for(us(t));", "t <= 0"},
      {"sleep_for", "ms t", "auto u = t; std::this_thread::sleep_for(u);",
       "t <= 0"},
      {"sleep_for", "int n", "std::this_thread::sleep_for(ms(n));", "n <= 0"},
      {"sleep_for", "unsigned n", "std::this_thread::sleep_for(ms{n});",
       "n == 0"},
      {"sleep_for", "ms t", "std::this_thread::sleep_for(ms(t.count()));",
       "t <= 0"},
      {"SleepFor", "absl::Duration t", "absl::SleepFor(t);", "t <= 0"},
      {"sleep_for", "ms t", "std::this_thread::sleep_for(5ms);", ""},
      {"sleep_for", "ms t", "std::this_thread::sleep_for(t + 1ms);", ""},
      {"sleep_for", "ms t", "std::this_thread::sleep_for(2 * t);", ""},
      {"sleep_for", "int n", "std::this_thread::sleep_for(n * 1ms);", ""},
      {"sleep_for", "ms &t", "std::this_thread::sleep_for(t);", ""},
      {"sleep_for", "ms t", "t *= 2; std::this_thread::sleep_for(t);", ""},
      {"sleep_for", "ms t",
       "auto u = t; u += 1s;"
       "std::this_thread::sleep_for(u);",
       ""},
      {"SleepFor", "absl::Duration t", "change(t); absl::SleepFor(t);", ""},
      {"SleepFor", "absl::Duration t", "t.hi = 1; absl::SleepFor(t);", ""},
      {"SleepFor", "absl::Duration t", "t = {}; absl::SleepFor(t);", ""},
      // Without a limit it waits for ever.
      {"ppoll", "const timespec *t", "ppoll(nullptr, 1, t, nullptr);", ""},
      {"ppoll", "timespec t", "ppoll(nullptr, 1, &t, nullptr);", ""},
  });
}

TEST(OpenConditions, AreOfPointers) {
  expectOpen({
      {"system", "const char *c", "system(c);", "c == 0"},
      {"system", "char *c", "system(c);", "c == 0"},
      {"system", "void *c", "system(static_cast<char *>(c));", "c == 0"},
      {"system", "const char *const &c", "system(c);", "c == 0"},
      {"system", "const char *c", "system(c + 1);", ""},
      {"system", "const char *c", "++c; system(c);", ""},
      {"system", "const char **c", "system(*c);", ""},
      {"system", "text c", "system(c);", ""},
      {"system", "text c", "system(c.c_str());", ""},
      {"system", "const char *c", "system(\"x\");", ""},
  });
}

TEST(OpenConditions, AreOfTheFunctionAround) {
  Parsed Code(std::string(World) + R"(
    void outer(int n) { auto f = [n](int m) { sleep(n); }; }
    int at_start = sleep(1);
  )");
  const RuleMatcher &Rules = Code.model().rules();
  const FunctionDecl &Outer = Code.function("outer");
  const FunctionDecl &Inner = *only<LambdaExpr>(Outer).getCallOperator();
  CallSite Site = plainCallSite(callOf("sleep", Inner));
  const RuleEntry *Entry = Rules.find(Site, Role::Blocks, &Inner);
  ASSERT_TRUE(Entry);
  EXPECT_EQ(openConditions(*Entry, Site, &Outer, Rules).size(), 1u);
  EXPECT_TRUE(openConditions(*Entry, Site, &Inner, Rules).empty());
  EXPECT_TRUE(openConditions(*Entry, Site, nullptr, Rules).empty());
}

} // namespace
