// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests TaskLives
#include "flow/TaskLives.h"
#include "Parsed.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

std::string describe(const Parsed &Code, const LossStep &Step) {
  static const char *const Names[] = {"Holds",       "Fails",    "Leaves",
                                      "FunctionEnd", "ScopeEnd", "Replaced",
                                      "Emptied",     "Awaited",  "MovedAway"};
  std::string Text = Names[Step.What];
  bool IsEnd =
      Step.What == LossStep::FunctionEnd || Step.What == LossStep::ScopeEnd;
  if (!IsEnd)
    Text += "(" + Code.text(*Step.At) + ")";
  if (Step.NextIteration)
    Text += " next";
  return Text;
}

/// "fetch(1) in t: OnSomePath Fails(a) FunctionEnd".
std::string describe(const Parsed &Code, const Loss &L) {
  static const char *const Names[] = {
      "Dropped",    "Never",        "OnSomePath",  "LosesRace",   "Overwritten",
      "ThrownAway", "AwaitedAgain", "AwaitedGone", "GuardDropped"};
  std::string Text = L.Made.Site.E ? Code.text(*L.Made.Site.E) : "parameter";
  if (L.KeptIn)
    Text += " in " + L.KeptIn.Variable->getNameAsString();
  if (L.KeptIn.Field)
    Text += "." + L.KeptIn.Field->getNameAsString();
  Text += std::string(": ") + Names[L.What];
  for (const LossStep &Step : L.Path)
    Text += " " + describe(Code, Step);
  return Text;
}

using Lost = std::vector<std::string>;

Lost lossesOf(Parsed &Code, llvm::StringRef Name) {
  Lost Found;
  TaskLives Lives(Code.function(Name), Code.model());
  for (const Loss &L : Lives.losses())
    Found.push_back(describe(Code, L));
  return Found;
}

struct Row {
  const char *Body;
  Lost Losses;
};

/// What is lost in each body, of a coroutine that returns an int.
void expectLosses(llvm::ArrayRef<Row> Rows, llvm::StringRef World = "") {
  std::string Text = (World + "\nusing own::lazy;\n").str();
  for (const auto &[Index, R] : llvm::enumerate(Rows))
    Text += ("lazy<int> f" + llvm::Twine(Index) + "(bool a, bool b, int n) { " +
             R.Body + " }\n")
                .str();
  Parsed Code(Text);
  for (const auto &[Index, R] : llvm::enumerate(Rows)) {
    EXPECT_EQ(lossesOf(Code, ("f" + llvm::Twine(Index)).str()), R.Losses)
        << R.Body;
  }
}

TEST(TaskLives, EndWhereSomebodyTakesOver) {
  expectLosses({
      {"auto t = fetch(); co_return co_await t;", {}},
      {"auto t = fetch(); co_return co_await std::move(t);", {}},
      {"auto t = fetch(); take(std::move(t)); co_return 0;", {}},
      {"auto t = fetch(); t.start(); co_return 0;", {}},
      {"auto t = fetch(); auto u = std::move(t); co_return co_await u;", {}},
      {"auto t = fetch(); auto later = [&] { take(std::move(t)); }; later(); "
       "co_return 0;",
       {}},
      {"auto t = fetch(); auto *p = &t; co_return co_await *p;", {}},
      {"auto t = fetch(); auto &r = t; co_return co_await r;", {}},
      {"lazy<int> t; auto &r = t; t = fetch(); co_return co_await r;", {}},
      {"take(fetch()); co_return co_await fetch();", {}},
      {"static auto t = fetch(); co_return 0;", {}},
      {"[[maybe_unused]] auto t = fetch(); co_return 0;", {}},
      {"lazy<int> t; if (a) t = fetch(); if (t) co_await t; co_return 0;", {}},
      {"lazy<int> t; if (a) t = fetch(); if (!t.valid()) co_return 1; "
       "co_return co_await t;",
       {}},
  });
}

TEST(TaskLives, EndAtOnce) {
  expectLosses(
      {
          {"fetch(); co_return 0;", {"fetch(): Dropped"}},
          {"(void)fetch(); co_return 0;", {"fetch(): Dropped"}},
          {"auto _ = fetch(); co_return 0;", {"fetch(): Dropped"}},
          {"if (fetch()) call(); co_return 0;", {"fetch(): Dropped"}},
          {"[t = fetch()] { call(); }(); co_return 0;",
           {"fetch() in t: Dropped"}},
          {"forget(fetch()); co_return 0;", {"fetch(): Dropped"}},
          {"begin(); co_return 0;", {"begin(): Dropped"}},
          {"co_return (fetch(1), co_await fetch(2));", {"fetch(1): Dropped"}},
          {"fail(); fetch(); co_return 0;", {}},
      },
      "void forget(own::lazy<int> nobody) { call(); }");
}

TEST(TaskLives, EndOnNoPath) {
  expectLosses({
      {"auto t = fetch(); co_return 0;", {"fetch() in t: Never"}},
      {"auto t = fetch(); look(t); co_return 0;", {}},
      {"auto t = fetch(); t.valid(); if (t) call(); co_return 0;",
       {"fetch() in t: Never"}},
      {"auto t = fetch(); auto u = std::move(t); co_return 0;",
       {"fetch() in t: Never"}},
      {"{ auto t = fetch(); } co_return 0;", {"fetch() in t: Never"}},
      {"lazy<int> t; t = fetch(); co_return 0;", {"fetch() in t: Never"}},
      {"auto t = a ? fetch(1) : fetch(2); co_return 0;",
       {"fetch(1) in t: Never", "fetch(2) in t: Never"}},
      {"auto t = fetch(); fail();", {}},
      {"auto t = fetch(); throw 1;", {"fetch() in t: Never"}},
      {"for (;;) auto t = fetch();", {"fetch() in t: Never"}},
      {"auto t = fetch(), u = fetch(2); co_return co_await t;",
       {"fetch(2) in u: Never"}},
  });
}

TEST(TaskLives, EndOnSomePath) {
  expectLosses({
      {"auto t = fetch(); if (a) co_await t; co_return 0;",
       {"fetch() in t: OnSomePath Fails(a) Leaves(co_return 0)"}},
      {"auto t = fetch(); if (!a) co_return 1; co_return co_await t;",
       {"fetch() in t: OnSomePath Holds(!a) Leaves(co_return 1)"}},
      {"auto t = fetch(); if (a && b) co_return 1; co_return co_await t;",
       {"fetch() in t: OnSomePath Holds(a) Holds(b) Leaves(co_return 1)"}},
      {"auto t = fetch(); if (a || b) co_return 1; co_return co_await t;",
       {"fetch() in t: OnSomePath Leaves(co_return 1)"}},
      {"auto t = fetch(); call(); if (a) call(); if (b) co_return 1; co_return "
       "co_await t;",
       {"fetch() in t: OnSomePath Holds(b) Leaves(co_return 1)"}},
      {"auto t = fetch(); if (a) { if (b) co_return 1; call(); } co_return "
       "co_await t;",
       {"fetch() in t: OnSomePath Holds(a) Holds(b) Leaves(co_return 1)"}},
      {"if (a) { auto t = fetch(); if (b) co_await t; } co_return 0;",
       {"fetch() in t: OnSomePath Fails(b) ScopeEnd"}},
      {"auto t = fetch(); switch (n) { case 1: co_return co_await t; case 2: "
       "call(); break; default: co_await t; } co_return 0;",
       {"fetch() in t: OnSomePath Leaves(co_return 0)"}},
      {"auto t = fetch(); switch (n) { case 1: call(); default: co_await t; } "
       "co_return 0;",
       {}},
      {"auto t = fetch(); if (a) goto end; co_await t; end: co_return 0;",
       {"fetch() in t: OnSomePath Holds(a) Leaves(co_return 0)"}},
      {"auto t = fetch(); if (a) goto end; co_return 0; end: co_return "
       "co_await t;",
       {"fetch() in t: OnSomePath Fails(a) Leaves(co_return 0)"}},
      {"auto t = fetch(), u = fetch(2); if (a) co_await t; else co_await u; "
       "co_return 0;",
       {"fetch() in t: OnSomePath Fails(a) Leaves(co_return 0)",
        "fetch(2) in u: OnSomePath Holds(a) Leaves(co_return 0)"}},
      {"auto t = fetch(); co_return a ? co_await t : 0;",
       {"fetch() in t: OnSomePath Fails(a) Leaves(co_return a ? co_await t : "
        "0)"}},
      {"auto t = fetch(); a && co_await t; co_return 0;",
       {"fetch() in t: OnSomePath Fails(a) Leaves(co_return 0)"}},
      {"auto t = fetch(); if (a) fail(); co_return co_await t;", {}},
      {"lazy<int> t; if (a) t = fetch(); if (b) co_await t; co_return 0;",
       {"fetch() in t: OnSomePath Fails(b) Leaves(co_return 0)"}},
  });
}

TEST(TaskLives, FollowConditionsThatBelongTogether) {
  expectLosses({
      {"lazy<int> t; if (a) t = fetch(); if (a) co_await t; co_return 0;", {}},
      {"lazy<int> t; if (a) t = fetch(); if (!a) co_return 1; co_return "
       "co_await t;",
       {}},
      {"lazy<int> t; if (a) t = fetch(); if (!a) co_await t; co_return 0;",
       {"fetch() in t: OnSomePath Fails(!a) Leaves(co_return 0)"}},
      {"lazy<int> t; if (a) t = fetch(); a = b; if (a) co_await t; co_return "
       "0;",
       {"fetch() in t: OnSomePath Fails(a) Leaves(co_return 0)"}},
      {"lazy<int> t; if (n == 1) t = fetch(); if (n != 1) co_return 1; "
       "co_return co_await t;",
       {}},
      {"auto t = fetch(); if (a) co_await t; if (!a) co_await t; co_return 0;",
       {}},
      {"auto t = fetch(); if (a) co_await t; if (b) co_await t; co_return 0;",
       {"fetch() in t: OnSomePath Fails(a) Fails(b) Leaves(co_return 0)",
        "t in t: AwaitedAgain Awaited(t)"}},
  });
}

TEST(TaskLives, EndInLoops) {
  expectLosses({
      // Only the last one is awaited.
      {"lazy<int> t; for (int i = 0; i < n; ++i) t = fetch(i); co_return "
       "co_await t;",
       {"fetch(i) in t: Overwritten Holds(i < n) Replaced(fetch(i)) next"}},
      // There may have been nothing to do.
      {"auto t = fetch(); while (a) { co_await t; a = b; } co_return 0;",
       {"t in t: AwaitedAgain Awaited(t) next"}},
      {"auto t = fetch(); for (int i = 0; i < n; ++i) if (i == 3) { co_await "
       "t; break; } co_return 0;",
       {}},
      {"for (int i = 0; i < n; ++i) { auto t = fetch(i); if (i == 3) break; "
       "co_await t; } co_return 0;",
       {"fetch(i) in t: OnSomePath Holds(i == 3) ScopeEnd"}},
      {"auto t = fetch(); do { if (a) co_return 1; } while (b); co_return "
       "co_await t;",
       {"fetch() in t: OnSomePath Leaves(co_return 1)"}},
      {"lazy<int> t; do { t = fetch(); co_await t; } while (a); co_return 0;",
       {}},
      {"while (auto t = fetch()) { co_await t; } co_return 0;", {}},
  });
}

TEST(TaskLives, EndWhereSomethingElseIsPut) {
  expectLosses(
      {
          {"auto t = fetch(1); t = fetch(2); co_return co_await t;",
           {"fetch(1) in t: Overwritten Replaced(fetch(2))"}},
          {"auto t = fetch(1); if (a) t = fetch(2); co_return co_await t;",
           {"fetch(1) in t: Overwritten Holds(a) Replaced(fetch(2))"}},
          {"auto t = fetch(1); if (a) co_await t; t = fetch(2); co_return "
           "co_await t;",
           {"fetch(1) in t: Overwritten Fails(a) Replaced(fetch(2))"}},
          {"auto t = fetch(1); t = lazy<int>(); co_return 0;",
           {"fetch(1) in t: Overwritten Replaced(lazy<int>())"}},
          {"auto t = fetch(1); co_await t; t = fetch(2); co_return co_await t;",
           {}},
          {"std::optional<lazy<int>> o = fetch(); o.reset(); co_return 0;",
           {"fetch() in o: ThrownAway Emptied(o)"}},
          {"std::optional<lazy<int>> o = fetch(); o = std::nullopt; co_return "
           "0;",
           {"fetch() in o: Overwritten Replaced(o = std::nullopt)"}},
          {"std::vector<lazy<int>> v; v.push_back(fetch(1)); "
           "v.push_back(fetch(2)); v.clear(); co_return 0;",
           {"fetch(1) in v: ThrownAway Emptied(v)",
            "fetch(2) in v: ThrownAway Emptied(v)"}},
          {"std::vector<lazy<int>> v; v.push_back(fetch()); co_return 0;",
           {"fetch() in v: Never"}},
          {"std::vector<lazy<int>> v; v.push_back(fetch()); for (auto &t : v) "
           "co_await t; co_return 0;",
           {}},
          {"std::vector<lazy<int>> v; for (int i = 0; i < n; ++i) "
           "v.push_back(fetch(i)); for (auto &t : v) co_await t; co_return 0;",
           {}},
          // Collected, and not needed after all.
          {"std::vector<lazy<int>> v; v.push_back(fetch()); if (a) co_return "
           "2; co_return co_await v[0];",
           {}},
      },
      "#include <optional>\n#include <vector>");
}

TEST(TaskLives, EndInParts) {
  expectLosses(
      {
          {"Two x{fetch(1), fetch(2)}; co_return co_await x.first;",
           {"fetch(2) in x.second: Never"}},
          {"Two x{fetch(1), fetch(2)}; auto y = std::move(x); co_return "
           "co_await y.first;",
           {}},
          {"auto [x, y] = Two{fetch(1), fetch(2)}; co_return co_await x;",
           {"fetch(2) in .second: Never"}},
          {"Two x{fetch(1), fetch(2)}; x.second = fetch(3); co_await x.first; "
           "co_return co_await x.second;",
           {"fetch(2) in x.second: Overwritten Replaced(fetch(3))"}},
          {"auto [x, y] = std::make_pair(fetch(1), fetch(2)); co_return "
           "co_await y;",
           {"fetch(1) in x: Never"}},
      },
      "struct Two { own::lazy<int> first, second; };");
}

TEST(TaskLives, EndForWhatIsThrown) {
  expectLosses({
      // What something else throws is told to the caller.
      {"auto t = fetch(); call(); co_return co_await t;", {}},
      {"auto t = fetch(); try { call(); } catch (int) { co_return 1; } "
       "co_return co_await t;",
       {}},
      {"try { auto t = fetch(); call(); co_await t; } catch (int) {} co_return "
       "0;",
       {}},
      {"auto t = fetch(); try { co_await t; } catch (int) { call(); throw; } "
       "co_return 0;",
       {}},
      {"auto t = fetch(); try { throw 1; } catch (int) { call(); } co_return "
       "0;",
       {"fetch() in t: Never"}},
      {"auto t = fetch(); try { if (a) throw 1; co_await t; } catch (int) { } "
       "co_return 0;",
       {"fetch() in t: OnSomePath Holds(a) Leaves(co_return 0)"}},
      {"auto t = fetch(); try { call(); co_await t; } catch (int) { "
       "take(std::move(t)); throw; } co_return 0;",
       {}},
      {"auto t = fetch(); try { try { throw 1; } catch (int) { throw; } } "
       "catch (...) { co_return 1; } co_return co_await t;",
       {"fetch() in t: Never"}},
      {"if (a) { auto t = fetch(); throw 1; } co_return 0;",
       {"fetch() in t: Never"}},
      {"try { call(); } catch (...) { fetch(); } co_return 0;",
       {"fetch(): Dropped"}},
      {"try { call(); } catch (...) { auto t = fetch(); if (a) throw; "
       "take(std::move(t)); } co_return 0;",
       {"fetch() in t: OnSomePath Holds(a) Leaves(throw)"}},
  });
}

TEST(TaskLives, EndTwice) {
  expectLosses({
      {"auto t = fetch(); co_await t; co_return co_await t;",
       {"t in t: AwaitedAgain Awaited(t)"}},
      {"auto t = fetch(); co_await std::move(t); co_return co_await "
       "std::move(t);",
       {"t in t: AwaitedAgain Awaited(std::move(t))"}},
      {"auto t = fetch(); take(std::move(t)); co_return co_await t;",
       {"t in t: AwaitedGone MovedAway(t)"}},
      {"auto t = fetch(); auto u = std::move(t); co_await u; co_return "
       "co_await t;",
       {"t in t: AwaitedGone MovedAway(t)"}},
      {"auto t = fetch(); if (a) co_await t; else co_await t; co_return 0;",
       {}},
      {"auto t = fetch(); if (a) co_await t; if (!a) co_await t; co_return 0;",
       {}},
      {"auto t = fetch(); if (a) co_await t; co_return co_await t;",
       {"t in t: AwaitedAgain Awaited(t)"}},
      {"auto t = fetch(); for (;;) co_await t;",
       {"t in t: AwaitedAgain Awaited(t) next"}},
      {"for (;;) { auto t = fetch(); co_await t; }", {}},
      {"auto t = fetch(1); co_await t; t = fetch(2); co_return co_await t;",
       {}},
      {"auto t = fetch(); take(std::move(t)); if (t) co_await t; co_return 0;",
       {}},
      {"auto t = begin(); co_await t; co_await t; co_return 0;", {}},
      {"auto t = fetch(); try { co_await t; } catch (int) { "
       "take(std::move(t)); } co_return co_await t;",
       {"t in t: AwaitedAgain Awaited(t)"}},
      {"auto t = fetch(); switch (n) { case 1: co_await t; case 2: co_await t; "
       "} co_return 0;",
       {"fetch() in t: OnSomePath Leaves(co_return 0)",
        "t in t: AwaitedAgain Awaited(t)"}},
      {"auto t = fetch(); again: co_await t; if (a) goto again; co_return 0;",
       {"t in t: AwaitedAgain Awaited(t) next"}},
  });
}

TEST(TaskLives, EndInRaces) {
  expectLosses(
      {
          {"auto t = start(), u = start(); co_await "
           "concurrencpp::when_any(t, u); co_return 0;",
           {"start() in t: LosesRace", "start() in u: LosesRace"}},
          {"auto t = start(), u = start(); co_await "
           "concurrencpp::when_any(t, u); co_await t; co_await u; co_return 0;",
           {}},
          // The race has started them, which is what they were for.
          {"auto t = fetch(1), u = fetch(2); co_return co_await "
           "concurrencpp::when_any(t, u);",
           {}},
      },
      R"(
        struct job : own::eager<> { ~job() { call(); } };
        job start();
        namespace concurrencpp {
        template <typename T> own::lazy<int> when_any(T &, T &);
        })");
}

TEST(TaskLives, OfGuardsEndWhereNobodyKeepsThem) {
  expectLosses(
      {
          {"co_await lock(); co_return 0;", {"co_await lock(): GuardDropped"}},
          {"(void)co_await lock(); co_return 0;",
           {"co_await lock(): GuardDropped"}},
          {"auto held = co_await lock(); co_return 0;", {}},
          {"co_await lock(), call(); co_return 0;", {}},
          {"lock(); co_return 0;", {"lock(): Dropped"}},
          {"auto later = lock(); co_return 0;", {"lock() in later: Never"}},
      },
      "struct scoped_lock { scoped_lock(scoped_lock &&); ~scoped_lock(); };\n"
      "own::lazy<scoped_lock> lock();");
}

TEST(TaskLives, OfOrdinaryFunctionsAreFollowedToo) {
  Parsed Code(R"(
    using own::lazy;
    lazy<int> given(bool a) { auto t = fetch(); if (a) return t; return {}; }
    lazy<int> passed(bool a) { return a ? fetch(1) : fetch(2); }
    template <typename T> T pattern(bool a) { T t = fetch(); if (a) return t; return T(); }
    lazy<int> instance = pattern<lazy<int>>(true);
    auto closure = [](bool a) { auto t = fetch(); if (a) take(std::move(t)); };
  )");
  EXPECT_EQ(lossesOf(Code, "given"),
            Lost{"fetch() in t: OnSomePath Fails(a) Leaves(return {})"});
  EXPECT_EQ(lossesOf(Code, "passed"), Lost{});
  EXPECT_EQ(lossesOf(Code, "pattern"), Lost{}); // itself means nothing
  unsigned Instances = 0, Closures = 0;
  for (const FunctionDecl *F : Code.model().functions().functions()) {
    std::size_t Count = TaskLives(*F, Code.model()).losses().size();
    if (F->getTemplateInstantiationPattern()) {
      ++Instances;
      EXPECT_EQ(Count, 1u);
    } else if (F->getDeclName().getNameKind() ==
               DeclarationName::CXXOperatorName) {
      ++Closures;
      EXPECT_EQ(Count, 1u);
    }
  }
  EXPECT_EQ(Instances, 1u);
  EXPECT_EQ(Closures, 1u);
}

TEST(TaskLives, AreToldInTheOrderOfTheText) {
  expectLosses(
      {{"auto t = fetch(1); auto u = fetch(2); fetch(3); if (a) { "
        "fetch(4); t = fetch(5); } co_return co_await u;",
        {"fetch(1) in t: Overwritten Holds(a) Replaced(fetch(5))",
         "fetch(3): Dropped", "fetch(4): Dropped", "fetch(5) in t: Never"}}});
}

TEST(TaskLives, OfManyBranchesAreFoundInTime) {
  std::string Body = "auto t = fetch();";
  for (int I = 0; I < 2000; ++I)
    Body += "if (flags[" + std::to_string(I) + "]) " +
            (I % 400 ? "call();" : "t = fetch(" + std::to_string(I) + ");") +
            "\n";
  Parsed Code("own::lazy<int> f(bool *flags, bool a) {" + Body +
              "if (a) co_return 1; co_return co_await t; }");
  ProcessorTime Took;
  TaskLives Lives(Code.function("f"), Code.model());
  EXPECT_LT(Took.seconds(), 2);
  EXPECT_EQ(Lives.losses().size(), 6u);
}

// Not yet: whether there is another round is told as if it mattered.
TEST(TaskLives, EndWithTheRound) {
  expectLosses({
      {"do { auto t = fetch(); if (a) co_await t; } while (b); co_return 0;",
       {"fetch() in t: OnSomePath Fails(a) ScopeEnd"}},
      {"for (int i = 0; i < n; ++i) { auto t = fetch(i); if (i == 3) continue; "
       "co_await t; } co_return 0;",
       {"fetch(i) in t: OnSomePath Holds(i == 3) ScopeEnd"}},
  });
}

// Not yet: the search for a way takes apart what makes no difference to it.
TEST(TaskLives, AreFoundBehindManyConditions) {
  std::string Parameters, Body;
  for (int I = 0; I < 50; ++I) {
    Parameters += ", bool b" + std::to_string(I);
    Body += "if (b" + std::to_string(I) + ") call();";
  }
  Parsed Code("own::lazy<int> f(bool a" + Parameters + ") { auto t = fetch();" +
              Body + "if (a) co_return 1; co_return co_await t; }");
  EXPECT_EQ(lossesOf(Code, "f"),
            Lost{"fetch() in t: OnSomePath Holds(a) Leaves(co_return 1)"});
}

// Not yet, for the same reason.
TEST(TaskLives, OfManyTasksAreFoundInTime) {
  std::string Body;
  for (int I = 0; I < 200; ++I) {
    std::string Name = "t" + std::to_string(I);
    Body += "auto " + Name + " = fetch(); if (flags[" + std::to_string(I) +
            "]) co_await " + Name + ";\n";
  }
  Parsed Code("own::lazy<int> f(bool *flags) {" + Body + "co_return 1; }");
  ProcessorTime Took;
  TaskLives Lives(Code.function("f"), Code.model());
  EXPECT_LT(Took.seconds(), 2);
  EXPECT_EQ(Lives.losses().size(), 200u);
}

TEST(TaskLives, EndForParameters) {
  Parsed Code(R"(
    using own::lazy;
    void nobody(lazy<int> t) { call(); }
    void nameless(lazy<int>) { call(); }
    void used(lazy<int> t) { take(std::move(t)); }
    void reference(lazy<int> &t) { call(); }
    void meant([[maybe_unused]] lazy<int> t) { call(); }
    void running(own::eager<> t) { call(); }
    void empty(lazy<int> t) {}
    struct S {
      lazy<int> t;
      S(lazy<int> p) : t(std::move(p)) {}
      S(lazy<int> p, int) {}
      virtual void on(lazy<int> p) { call(); }
    };
  )");
  EXPECT_EQ(lossesOf(Code, "nobody"), Lost{"parameter in t: Never"});
  for (const char *Name :
       {"nameless", "used", "reference", "meant", "running", "empty", "S::on"})
    EXPECT_EQ(lossesOf(Code, Name), Lost{}) << Name;
  std::vector<std::size_t> OfConstructors;
  for (const CXXConstructorDecl *C : Code.record("S").ctors())
    if (!C->isImplicit())
      OfConstructors.push_back(TaskLives(*C, Code.model()).losses().size());
  EXPECT_EQ(OfConstructors, (std::vector<std::size_t>{0, 1}));
}

} // namespace
