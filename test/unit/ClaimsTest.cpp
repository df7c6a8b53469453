// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Claims
#include "summary/Claims.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;

namespace {

/// What a function claims, after some that it may call: "throws", "no throws",
/// "throws if a or b".
std::string claimed(llvm::StringRef Code, llvm::StringRef Name = "f") {
  Parsed File(("#include <exception>\n#include <stdexcept>\n"
               "own::lazy<> a(); own::lazy<> b(); own::lazy<> acquire_slot();\n"
               "own::lazy<> quiet_here() { co_return; }\n"
               "own::lazy<> through() { co_await a(); }\n"
               "void help(const std::exception &); void note();\n" +
               Code)
                  .str());
  ErrorEscape Errors(File.model());
  StopArrivals Stops(File.model());
  Claims Said(File.model(), Errors, Stops);
  static constexpr llvm::StringLiteral Facts[] = {
      "throws", "takes bound", "may wait", "rethrows", "uses"};
  std::vector<std::string> Found;
  for (const BodyClaim &Claim : Said.of(File.function(Name))) {
    std::string One = Facts[static_cast<unsigned>(Claim.What)].str();
    if (Claim.What == program::Fact::Uses)
      One += " " + std::to_string(Claim.Parameter);
    std::vector<std::string> Others;
    for (const BodyClaim::Ground &Other : Claim.AnyOf)
      Others.push_back(Other.Of->getNameAsString());
    if (!Others.empty())
      One += " if " + llvm::join(Others, " or ");
    Found.push_back((Claim.Holds || !Others.empty() ? "" : "no ") + One);
  }
  return llvm::join(Found, ", ");
}

TEST(Claims, TellWhetherACoroutineThrows) {
  EXPECT_EQ(claimed("own::lazy<> f() { co_return; }"),
            "no throws, no may wait");
  EXPECT_EQ(claimed("own::lazy<> f() { throw 1; co_return; }"),
            "throws, no may wait");
  EXPECT_EQ(claimed("own::lazy<> f() { co_await quiet_here(); }"),
            "no throws, no may wait");
  EXPECT_EQ(claimed("own::lazy<> f() { try { co_await a(); } catch (...) {} }"),
            "no throws, may wait if a");
}

TEST(Claims, NameTheUnseenThatTheyRestOn) {
  EXPECT_EQ(claimed("own::lazy<> f() { co_await b(); co_await a(); "
                    "co_await b(); }"),
            "throws if b or a, may wait if b or a");
  EXPECT_EQ(claimed("own::lazy<> f() { co_await through(); }"),
            "throws if a, may wait if a");
  EXPECT_EQ(claimed("own::lazy<> f() { co_await a(); throw 1; }"),
            "throws, may wait if a");
  EXPECT_EQ(claimed("own::lazy<> f(own::lazy<> given) { "
                    "co_await std::move(given); }"),
            "throws");
  EXPECT_EQ(claimed("struct S { virtual own::lazy<> v(); };\n"
                    "own::lazy<> f(S &s) { co_await s.v(); }"),
            "throws");
}

TEST(Claims, TellWhetherACoroutineTakesAPermit) {
  EXPECT_EQ(claimed("own::lazy<> f() { co_await acquire_slot(); "
                    "co_await a(); }"),
            "throws if acquire_slot or a, takes bound");
  EXPECT_EQ(claimed("own::lazy<> held() { co_await acquire_slot(); }\n"
                    "own::lazy<> f() { co_await held(); }"),
            "throws if acquire_slot");
}

TEST(Claims, AreTheSameWhereverARecursionIsEntered) {
  constexpr llvm::StringLiteral Ring =
      "own::lazy<> g(); own::lazy<> h();\n"
      "own::lazy<> f() { co_await g(); throw 1; }\n"
      "own::lazy<> g() { co_await h(); co_await a(); }\n"
      "own::lazy<> h() { co_await f(); }\n"
      "own::lazy<> k() { try { co_await f(); } catch (...) {} co_await h(); }";
  for (const char *Name : {"f", "g", "h", "k"})
    EXPECT_EQ(claimed(Ring, Name), "throws, may wait if a") << Name;
}

TEST(Claims, SayNothingOfWhatIsTooDeep) {
  std::string Chain;
  constexpr unsigned Length = 5000;
  for (unsigned I = 0; I <= Length; ++I)
    Chain += "own::lazy<> c" + std::to_string(I) + "();\n";
  for (unsigned I = 0; I < Length; ++I)
    Chain += "own::lazy<> c" + std::to_string(I) + "() { co_await c" +
             std::to_string(I + 1) + "(); }\n";
  EXPECT_EQ(claimed(Chain, "c0"), "");
  std::string Last = "c" + std::to_string(Length);
  EXPECT_EQ(claimed(Chain, "c4990"),
            "throws if " + Last + ", may wait if " + Last);
}

TEST(Claims, TellWhetherAHelperThrowsOn) {
  EXPECT_EQ(claimed("void f() { throw; }"), "rethrows");
  EXPECT_EQ(claimed("void f(bool b) { if (b) throw; note(); }"), "rethrows");
  EXPECT_EQ(claimed("void f(std::exception_ptr e) { "
                    "std::rethrow_exception(e); }"),
            "rethrows");
  EXPECT_EQ(claimed("void f() { auto e = std::current_exception(); "
                    "std::rethrow_exception(e); }"),
            "rethrows");
  EXPECT_EQ(claimed("void f() { note(); throw std::runtime_error(\"\"); }"),
            "rethrows");
  EXPECT_EQ(claimed("void f() { fail(); }"), "rethrows");
  EXPECT_EQ(claimed("static void on() { throw; }\nvoid f() { on(); }"),
            "rethrows");
  EXPECT_EQ(claimed("void f(const std::runtime_error &e) { "
                    "if (flag()) throw std::logic_error(e.what()); }"),
            "rethrows");
  EXPECT_EQ(claimed("void f(const std::exception &e) { note(); help(e); "
                    "if (flag()) call(); }"),
            "rethrows if note or help");
}

TEST(Claims, SayNothingOfHelpersThatKeepAll) {
  EXPECT_EQ(claimed("void f() { note(); }"), "");
  EXPECT_EQ(claimed("void f(int n) { if (n < 0) throw "
                    "std::runtime_error(\"\"); note(); }"),
            "");
  EXPECT_EQ(claimed("void f() { try { throw; } catch (...) { note(); } }"), "");
  EXPECT_EQ(claimed("void f() { try { note(); } catch (...) { throw; } }"), "");
  EXPECT_EQ(claimed("void f() { auto later = [] { throw; }; }"), "");
  EXPECT_EQ(claimed("void f() { f(); }"), "");
}

TEST(Claims, TellOfTasksThatAreNotUsed) {
  EXPECT_EQ(claimed("void f(int, const own::lazy<> &task) {}"), "no uses 1");
  EXPECT_EQ(claimed("void f(own::lazy<> &task) { task.start(); }"), "");
  EXPECT_EQ(claimed("void f(own::lazy<> task) {}"), "");
  EXPECT_EQ(claimed("void f(const int &number) {}"), "");
  EXPECT_EQ(claimed("void f([[maybe_unused]] own::lazy<> &task) {}"), "");
}

TEST(Claims, AreOfWhatOtherFilesOnlySeeDeclared) {
  EXPECT_EQ(claimed("static own::lazy<> f() { co_return; }"), "");
  EXPECT_EQ(claimed("inline own::lazy<> f() { co_return; }"), "");
  EXPECT_EQ(claimed("struct S { virtual own::lazy<> f(); };\n"
                    "own::lazy<> S::f() { co_return; }",
                    "S::f"),
            "");
  EXPECT_EQ(claimed("struct S { own::lazy<> f(); };\n"
                    "own::lazy<> S::f() { co_return; }",
                    "S::f"),
            "no throws, no may wait");
  EXPECT_EQ(claimed("own::lazy<> f();"), "");
}

} // namespace
