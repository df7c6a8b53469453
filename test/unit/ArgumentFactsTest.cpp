// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests ArgumentFacts
#include "model/ArgumentFacts.h"
#include "Parsed.h"
#include "model/EvaluatedCode.h"
#include "model/Names.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;
using program::Argument;

namespace {

const char *const World = R"(
  #include <chrono>
  #include <functional>
  #include <memory>
  #include <thread>
  using namespace std::chrono_literals;
  using ms = std::chrono::milliseconds;
  using ns = std::chrono::nanoseconds;
  enum class mode { never, once };
  namespace absl { struct Duration { long hi; unsigned lo; }; }
  struct thing {
    thing(int = 0); void run(int); static void alone(int); void method();
    void operator()(int); int values[3]; int *pointer;
    void operator+(int); virtual ~thing();
  };
  void number(int); void small(unsigned char); void truth(bool);
  void large(unsigned long); void which(mode); void byRef(const int &);
  void changes(int &); void several(int, bool, const void *);
  void any(int, ...); void with(int, int = 7, ms = 0ms); void real(double);
  void pointer(const void *); void chars(const char *); void things(thing *);
  void wait(ms); void finely(ns); void look(const ms &);
  void seconds(std::chrono::duration<double>); void absolute(absl::Duration);
  void name(std::function<void(int)>); void call(void (*)(int));
  void callback(std::function<void()>);
  void member(void (thing::*)()); void text(std::string);
  template <typename F> void run(F &&) {}
  const int Seven = 7; extern int Unknown; const ms None = 0ms;
  extern void (*Pointer)(int); extern std::function<void(int)> Callback;
)";

/// What is known of the arguments of the call of a function.
struct Row {
  const char *Callee, *Parameters, *Body, *Known;
};

/// Functions have their names for symbols, closures "lambda".
class Names {
public:
  program::Symbol symbolOf(const FunctionDecl &F) {
    if (F.getNameAsString() == "alone") // as if nobody could name it
      return 0;
    All.push_back(messageName(F));
    return All.size();
  }
  std::string spelled(const FunctionDecl &In, const Argument &A) const {
    std::string Index = std::to_string(A.Index) + ": ";
    switch (A.What) {
    case Argument::Constant:
      return Index + std::to_string(static_cast<int64_t>(A.Value));
    case Argument::NotNull:
      return Index + "not null";
    case Argument::Parameter:
      return Index + In.getParamDecl(A.Value)->getNameAsString();
    case Argument::Callable:
      return Index + All[A.Value - 1] + "()";
    }
    return Index;
  }

private:
  std::vector<std::string> All;
};

/// Of the only call site whose callee has that name.
std::string knownAt(llvm::StringRef Callee, const FunctionDecl &F,
                    Parsed &Code) {
  const RuleMatcher &Rules = Code.model().rules();
  Names Symbols;
  std::vector<std::string> Found;
  unsigned Sites = 0;
  forEachCallSite(routineOf(F), Rules, Code.ast(), [&](const CallSite &Site) {
    const FunctionDecl *Called = Site.function();
    if (!Called || lastPart(*Called) != Callee ||
        Site.What == CallSite::Destroy)
      return;
    ++Sites;
    auto Facts =
        argumentFacts(Site, &F, Rules, Code.ast(), [&](const FunctionDecl &G) {
          return Symbols.symbolOf(G);
        });
    for (const Argument &A : Facts)
      Found.push_back(Symbols.spelled(F, A));
  });
  EXPECT_EQ(Sites, 1u);
  return llvm::join(Found, ", ");
}

void expectKnown(std::initializer_list<Row> Rows) {
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
    EXPECT_EQ(knownAt(R.Callee, F, Code), R.Known)
        << R.Parameters << ": " << R.Body;
  }
}

TEST(ArgumentFacts, KnowConstants) {
  expectKnown({
      {"number", "", "number(0);", "0: 0"},
      {"number", "", "number(-3);", "0: -3"},
      {"number", "", "number(Seven * 2);", "0: 14"},
      {"number", "", "constexpr int n = 4; number(n);", "0: 4"},
      {"number", "", "number(true);", "0: 1"},
      {"number", "", "number(2.9);", "0: 2"},
      {"number", "", "number(sizeof(char));", "0: 1"},
      {"small", "", "small(300);", "0: 44"},
      {"large", "", "large(-1);", ""}, // not in an int64_t
      {"truth", "", "truth(5);", "0: 1"},
      {"truth", "", "truth(nullptr != nullptr);", "0: 0"},
      {"which", "", "which(mode::once);", "0: 1"},
      {"byRef", "", "byRef(6);", "0: 6"},
      {"several", "", "several(1, false, nullptr);", "0: 1, 1: 0, 2: 0"},
      {"several", "", "several(Unknown, false, 0);", "1: 0, 2: 0"},
      {"any", "", "any(1, 2, 3);", "0: 1"},
      {"with", "", "with(1);", "0: 1, 1: 7, 2: 0"},
      {"pointer", "", "pointer(nullptr);", "0: 0"},
      {"pointer", "", "pointer(0);", "0: 0"},
      {"pointer", "", "pointer((void *)0);", "0: 0"},
      {"number", "", "number(Unknown);", ""},
      {"number", "", "int n = 5; number(n);", ""},
      {"number", "", "number(flag() ? 1 : 2);", ""},
      {"real", "", "real(0);", ""},
      {"text", "", "text(\"x\");", ""},
  });
}

TEST(ArgumentFacts, KnowDurations) {
  expectKnown({
      {"wait", "", "wait(0s);", "0: 0"},
      {"wait", "", "wait(ms::zero());", "0: 0"},
      {"wait", "", "wait(ms{});", "0: 0"},
      {"wait", "", "wait({});", "0: 0"},
      {"wait", "", "wait(5ms);", "0: 5"},
      {"wait", "", "wait(2s);", "0: 2000"},
      {"wait", "", "wait(-1s);", "0: -1000"},
      {"look", "", "look(3ms);", "0: 3"},
      {"wait", "", "wait(None);", "0: 0"},
      {"finely", "", "finely(None);", "0: 0"},
      {"wait", "", "const auto none = 0ms; wait(none);", "0: 0"},
      {"seconds", "", "seconds(0ms);", "0: 0"},
      {"seconds", "", "seconds(5ms);", "0: 1"}, // more than nothing
      {"seconds", "", "seconds(-5ms);", "0: -1"},
      {"absolute", "", "absolute({0, 0});", "0: 0"},
      {"absolute", "", "absolute(absl::Duration{-2, 0});", "0: -1"},
      {"absolute", "", "absolute({0, 4});", ""},
      {"wait", "", "auto some = 0ms; wait(some);", ""},
      {"wait", "", "wait(ms(Unknown));", ""},
      {"wait", "ms &t", "wait(t);", ""},
  });
}

TEST(ArgumentFacts, KnowPointersToSomething) {
  expectKnown({
      {"pointer", "", "int n; pointer(&n);", "0: not null"},
      {"chars", "", "chars(\"x\");", "0: not null"},
      {"chars", "", "chars(__func__);", "0: not null"},
      {"chars", "", "char b[4]; chars(b);", "0: not null"},
      {"pointer", "", "static thing t; pointer(t.values);", "0: not null"},
      {"pointer", "", "static thing t; pointer(&t.values[1]);", "0: not null"},
      {"pointer", "", "thing *t = new thing; pointer(t);", "0: not null"},
      {"pointer", "thing &t", "pointer(&t);", "0: not null"},
      {"pointer", "", "int n; int *p = &n; pointer(p);", "0: not null"},
      {"pointer", "", "int n; int *p = &n; p = nullptr; pointer(p);", ""},
      {"pointer", "", "int *p = p; pointer(p);", ""},
      {"pointer", "thing *t", "pointer(&*t);", ""},
      {"pointer", "thing *t", "pointer(&t[1]);", ""},
      {"pointer", "thing *t", "pointer(t->pointer);", ""},
      {"pointer", "int **p", "pointer(*p);", ""},
      {"pointer", "", "pointer(flag() ? &Unknown : nullptr);", ""},
      {"things", "", "things(new (std::nothrow) thing);", ""},
      {"things", "std::unique_ptr<thing> t", "things(t.get());", ""},
  });
}

TEST(ArgumentFacts, KnowParameters) {
  expectKnown({
      {"number", "int n", "number(n);", "0: n"},
      {"number", "bool a, short n", "number(n);", "0: n"},
      {"number", "const int &n", "number(n);", "0: n"},
      {"number", "int n", "const int m = n; number(m);", "0: n"},
      {"number", "mode n", "number(static_cast<int>(n));", "0: n"},
      {"large", "int n", "large(n);", "0: n"},
      {"byRef", "int n", "byRef(n);", "0: n"},
      {"several", "int n, const char *p", "several(n, true, p);",
       "0: n, 1: 1, 2: p"},
      {"wait", "ms t", "wait(t);", "0: t"},
      {"finely", "const ms &t", "finely(t);", "0: t"},
      {"wait", "int n", "wait(ms(n));", "0: n"},
      {"absolute", "absl::Duration t", "absolute(t);", "0: t"},
      {"things", "thing *t", "things(t);", "0: t"},
      {"call", "void (*f)(int)", "call(f);", "0: f"},
      {"run", "int n", "run(std::forward<int>(n));", "0: n"},
      {"name", "std::function<void(int)> f", "name(f);", "0: f"},
      {"name", "std::function<void(int)> f", "name(std::move(f));", "0: f"},
      {"name", "const std::function<void(int)> &f", "f(1); name(f);", "0: f"},
      {"name", "void (*f)(int)", "name(f);", "0: f"},
      {"name", "void (*f)(int)", "f = Pointer; name(f);", ""},
      {"callback", "thing f", "callback(std::bind(f, 0));", "0: f"},
      // Not what was given.
      {"number", "int n", "number(n + 1);", ""},
      {"number", "int n", "n = Unknown; number(n);", ""},
      {"number", "int n", "for (; n > 0; --n) number(n);", ""},
      {"number", "int n", "changes(n); number(n);", ""},
      {"number", "int &n", "number(n);", ""},
      {"truth", "int n", "truth(n);", ""},
      {"small", "int n", "small(n);", ""},
      {"truth", "int *p", "truth(p);", ""},
      {"real", "int n", "real(n);", ""},
      {"wait", "ms t", "t += 1ms; wait(t);", ""},
      {"wait", "ms t", "wait(t * 2);", ""},
      {"pointer", "thing t", "pointer(&t);", "0: not null"},
      {"pointer", "thing *t", "pointer(t + 1);", ""},
      {"text", "std::string s", "text(s);", ""},
      {"name", "std::function<void(int)> f", "f = Callback; name(f);",
       "0: std::function::operator()()"},
  });
}

TEST(ArgumentFacts, KnowCallables) {
  expectKnown({
      {"run", "", "run([] {});", "0: lambda()"},
      {"name", "", "name([](int) {});", "0: lambda()"},
      {"name", "", "auto f = [](int) {}; name(f);", "0: lambda()"},
      {"name", "", "name(std::function<void(int)>(number));", "0: number()"},
      {"name", "", "std::function<void(int)> f = number; name(f);",
       "0: number()"},
      {"call", "", "call(number);", "0: not null, 0: number()"},
      {"call", "", "call(&number);", "0: not null, 0: number()"},
      {"call", "", "call([](int) {});", "0: lambda()"},
      {"run", "", "run(number);", "0: number()"},
      {"member", "", "member(&thing::method);", "0: thing::method()"},
      {"callback", "", "callback(std::bind(number, 1));", "0: number()"},
      {"callback", "thing *t", "callback(std::bind(&thing::method, t));",
       "0: thing::method()"},
      {"name", "", "thing t; name(t);", "0: thing::operator()()"},
      {"call", "", "call(thing::alone);", "0: not null"}, // has no symbol
      {"call", "", "call(Pointer);", ""},
      {"call", "", "call(nullptr);", "0: 0"},
      {"callback", "", "callback(nullptr);", ""},
  });
}

TEST(ArgumentFacts, CountParametersNotObjects) {
  expectKnown({
      {"run", "thing &t", "t.run(1);", "0: 1"},
      {"run", "thing *t, int n", "t->run(n);", "0: n"},
      {"alone", "thing &t", "t.alone(2);", "0: 2"},
      {"alone", "", "thing::alone(2);", "0: 2"},
      {"operator()", "thing &t", "t(3);", "0: 3"},
      {"operator+", "thing &t", "t + 4;", "0: 4"},
      {"thing", "", "thing t(5);", "0: 5"},
      {"thing", "", "thing t;", "0: 0"},
      {"thing", "", "std::make_unique<thing>(6);", "0: 6"},
      {"run", "thing &t", "std::invoke(&thing::run, t, 7);", "0: 7"},
  });
}

TEST(ArgumentFacts, AreOfWhatIsCalledInTheEnd) {
  expectKnown({
      {"number", "", "auto f = &number; f(1);", "0: 1"},
      {"number", "", "std::function<void(int)> f = number; f(2);", "0: 2"},
      {"operator()", "", "auto f = [](int) {}; f(3);", "0: 3"},
      {"number", "", "std::invoke(number, 4);", "0: 4"},
      {"small", "", "std::invoke(small, 300);", ""}, // converted elsewhere
      // Other arguments than those that are written.
      {"number", "", "auto f = std::bind(number, 1); f(2);", ""},
      {"number", "", "auto f = std::bind(number, 1); f();", ""},
      {"several", "",
       "using namespace std::placeholders;"
       "auto f = std::bind(several, _2, _1, nullptr);"
       "f(1, 2, 3);",
       ""},
      {"number", "",
       "std::function<void(int)> f = std::bind(number, 1);"
       "f(2);",
       ""},
  });
}

TEST(ArgumentFacts, AreOfThePointerToThis) {
  Parsed Code(std::string(World) + R"(
    struct own_class { void method(); };
    void own_class::method() { pointer(this); }
  )");
  EXPECT_EQ(knownAt("pointer", Code.function("own_class::method"), Code),
            "0: not null");
}

TEST(ArgumentFacts, AreOfDefaultsWhereTheyAreUsed) {
  Parsed Code("void at(int = __builtin_LINE());\nvoid f() {\n\nat(); }");
  EXPECT_EQ(knownAt("at", Code.function("f"), Code), "0: 4");
}

TEST(ArgumentFacts, AreNotOfDestructions) {
  Parsed Code(std::string(World) + "void f() { thing t(5); }");
  forEachCallSite(routineOf(Code.function("f")), Code.model().rules(),
                  Code.ast(), [&](const CallSite &Site) {
                    if (Site.What != CallSite::Destroy)
                      return;
                    EXPECT_TRUE(argumentFacts(Site, nullptr,
                                              Code.model().rules(), Code.ast(),
                                              [](const FunctionDecl &) {
                                                return program::Symbol(1);
                                              })
                                    .empty());
                  });
}

} // namespace
