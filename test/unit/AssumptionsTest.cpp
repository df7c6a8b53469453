// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests Assumptions
//
// What checks take for granted about other files, and what becomes of that.
#include "Analysis.h"
#include "CheckTable.h"
#include "OptionReader.h"
#include "Parsed.h"
#include "program/Index.h"
#include "summary/Recorder.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;

namespace {

constexpr llvm::StringLiteral Common = R"(
#include <exception>
#include <vector>
namespace asio {
struct detached_t {};
inline constexpr detached_t detached;
struct io_context {};
template <class E, class T> void co_spawn(E &, T &&, detached_t) {}
}
inline asio::io_context loop;
void spawn(own::lazy<> &&);
struct stop_requested : std::exception {};
struct turn {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const;
  void await_resume() const { if (flag()) throw stop_requested(); }
};
own::lazy<> session();
own::lazy<> work(int);
own::lazy<> acquire_slot();
void report(const std::exception &);
void report_all();
void keep(const own::lazy<> &);
void keep(int, own::lazy<> &);
)";

std::vector<program::Unit> unitsOf(llvm::StringRef Code) {
  Parsed File((Common + Code).str(), "other.cpp");
  Analysis A(File.ast(), File.preprocessor(), File.settings());
  std::vector<program::Unit> Units;
  Units.push_back(A.takeRecording().Unit);
  return Units;
}

std::string messages(const std::vector<Finding> &Findings) {
  std::vector<std::string> Said;
  for (const Finding &F : Findings) {
    EXPECT_TRUE(F.Assumptions.empty());
    Said.push_back(F.Main.Message);
  }
  return llvm::join(Said, "\n");
}

/// What one check says of a file, alone and beside another one.
class Case {
public:
  /// \p Off: a flag of the check.
  Case(llvm::StringRef Check, llvm::StringRef Code, llvm::StringRef Off = "-")
      : File((Common + Code).str()) {
    OptionReader Options([&](llvm::StringRef Key) {
      return Key.ends_with(Off) ? std::optional<std::string>("false")
                                : std::nullopt;
    });
    Instance = findCheck(Check)->Create(Options);
  }

  std::string alone() { return run(File.settings()); }
  std::string with(llvm::StringRef Other) {
    Settings S = File.settings();
    S.Index = std::make_shared<program::Index>(unitsOf(Other));
    return run(S);
  }
  /// How many alternatives are left to whoever links later.
  size_t open() {
    Analysis A(File.ast(), File.preprocessor(), File.settings());
    size_t Needs = 0;
    for (const Finding &F : A.runOpen(*Instance)) {
      EXPECT_EQ(A.needsOf(F).size(), F.Assumptions.size());
      Needs += !F.Assumptions.empty();
    }
    return Needs;
  }

private:
  std::string run(const Settings &S) {
    return messages(
        Analysis(File.ast(), File.preprocessor(), S).run(*Instance));
  }

  Parsed File;
  std::unique_ptr<Check> Instance;
};

constexpr llvm::StringLiteral Quiet = "own::lazy<> session() { co_return; }";
constexpr llvm::StringLiteral Throwing =
    "own::lazy<> session() { throw 1; co_return; }";

TEST(Assumptions, LetWhatIsStartedThrowElsewhere) {
  Case C("async-dropped-task-handle",
         "void f() { asio::co_spawn(loop, session(), asio::detached); }");
  EXPECT_EQ(C.alone(), "");
  EXPECT_EQ(C.with(Quiet), "");
  EXPECT_EQ(C.with(Throwing),
            "'session' is started by 'asio::co_spawn' and nobody sees its "
            "errors: asio::detached throws away the exception the coroutine "
            "ends with");
  EXPECT_EQ(C.with("own::lazy<> session() { co_await work(1); }"), "");
  EXPECT_EQ(C.open(), 1u);
}

TEST(Assumptions, KeepWhatIsAwaitedElsewhereFromThrowing) {
  Case C("async-dropped-task-handle",
         "own::lazy<> run() { co_await session(); co_await work(1); }\n"
         "void f() { asio::co_spawn(loop, run(), asio::detached); }");
  const std::string Said =
      "'run' is started by 'asio::co_spawn' and nobody sees its errors: "
      "asio::detached throws away the exception the coroutine ends with";
  EXPECT_EQ(C.alone(), Said);
  EXPECT_EQ(C.with(Quiet), Said);
  EXPECT_EQ(C.with(Throwing), Said);
  EXPECT_EQ(C.with((Quiet + "own::lazy<> work(int) { co_return; }").str()), "");
  EXPECT_EQ(C.open(), 2u);
}

TEST(Assumptions, OfAlternativesTheFirstThatStandsIsMeant) {
  Case C("async-dropped-task-handle",
         "own::lazy<> run() { co_await session(); throw 1; }\n"
         "void f() { asio::co_spawn(loop, run(), asio::detached); }");
  EXPECT_NE(C.alone(), "");
  EXPECT_EQ(C.with(Quiet), C.alone());
  EXPECT_EQ(C.open(), 1u);
}

TEST(Assumptions, FindFanOutPastWhatWaitsForNothing) {
  Case C("async-unbounded-fan-out",
         "own::lazy<> child(int n) { co_return; }\n"
         "own::lazy<> f(std::vector<int> all) { for (int n : all) { "
         "spawn(child(n)); co_await session(); } }");
  EXPECT_EQ(C.alone(), "");
  EXPECT_EQ(C.with(Quiet), "coroutine 'f' starts 'child' for every element of "
                           "'all': nothing limits how many there are at once");
  EXPECT_EQ(C.with("own::lazy<> session() { co_await acquire_slot(); }"), "");
  EXPECT_EQ(C.with("own::lazy<> session() { co_await work(1); }"), "");
  EXPECT_EQ(C.with("own::lazy<> work(int) { co_return; }\n"
                   "own::lazy<> session() { co_await work(1); }"),
            C.with(Quiet));
  EXPECT_EQ(C.open(), 1u);
}

TEST(Assumptions, FindFanOutPastWhatIsSeenToCallTheUnseen) {
  Case C("async-unbounded-fan-out",
         "own::lazy<> child(int n) { co_return; }\n"
         "own::lazy<> through() { co_await session(); }\n"
         "own::lazy<> f(std::vector<int> all) { for (int n : all) { "
         "spawn(child(n)); co_await through(); } }");
  EXPECT_EQ(C.alone(), "");
  EXPECT_NE(C.with(Quiet), "");
  EXPECT_EQ(C.with("own::lazy<> session() { co_await acquire_slot(); }"), "");
}

TEST(Assumptions, LetWhatIsStartedBoundItself) {
  constexpr llvm::StringLiteral Code =
      "own::lazy<> f(std::vector<int> all) { for (int n : all) "
      "spawn(work(n)); co_return; }";
  constexpr llvm::StringLiteral Bounded =
      "own::lazy<> work(int) { co_await acquire_slot(); }";
  Case C("async-unbounded-fan-out", Code, "ReportBoundedChildren");
  EXPECT_NE(C.alone(), "");
  EXPECT_EQ(C.with("own::lazy<> work(int) { co_return; }"), C.alone());
  EXPECT_EQ(C.with(Bounded), "");
  Case Reported("async-unbounded-fan-out", Code);
  EXPECT_EQ(Reported.with(Bounded), C.alone());
}

TEST(Assumptions, LetAHelperThrowOn) {
  Case C("async-swallowed-cancellation",
         "own::lazy<> f() { for (;;) { try { co_await turn(); } "
         "catch (const std::exception &e) { report(e); } } }");
  EXPECT_NE(C.alone(), "");
  EXPECT_EQ(C.with("void report(const std::exception &) { throw; }"), "");
  EXPECT_EQ(C.with("void report(const std::exception &) { report_all(); }\n"
                   "void report_all() { throw; }"),
            "");
  EXPECT_EQ(C.with("void report(const std::exception &) { call(); }"),
            C.alone());
  EXPECT_EQ(C.with("void report_all() { throw; }"), C.alone());
}

TEST(Assumptions, AreNoneWhereAnotherWaySwallowsItToo) {
  Case C("async-swallowed-cancellation",
         "own::lazy<> f(bool loud) { for (;;) { try { co_await turn(); } "
         "catch (const std::exception &e) { if (loud) report(e); } } }");
  EXPECT_NE(C.alone(), "");
  EXPECT_EQ(C.with("void report(const std::exception &) { throw; }"),
            C.alone());
  EXPECT_EQ(C.open(), 0u);
}

TEST(Assumptions, FindTasksThatNobodyUses) {
  Case C("async-unawaited-task",
         "own::lazy<> f() { auto task = session(); keep(task); co_return; }");
  EXPECT_EQ(C.alone(), "");
  EXPECT_EQ(C.with("void keep(const own::lazy<> &task) {}"),
            "the task from 'session', kept in 'task', is never awaited: it "
            "never runs");
  EXPECT_EQ(C.with("void keep(const own::lazy<> &task) { task.valid(); }"), "");
  EXPECT_EQ(C.with("void keep(int, own::lazy<> &task) {}"), "");
  EXPECT_EQ(C.open(), 1u);
}

TEST(Assumptions, FindTasksThatAreGivenToWhatDropsThem) {
  Case C("async-unawaited-task", "void f() { keep(session()); }");
  EXPECT_EQ(C.alone(), "");
  EXPECT_EQ(C.with("void keep(const own::lazy<> &task) {}"),
            "the task from 'session' is given to 'keep', which drops it: it "
            "never runs");
  EXPECT_EQ(C.with("void keep(const own::lazy<> &) { call(); }"),
            C.with("void keep(const own::lazy<> &task) {}"));
}

TEST(Assumptions, AskAboutTheParameterThatIsMeant) {
  Case C(
      "async-unawaited-task",
      "own::lazy<> f() { auto task = session(); keep(1, task); co_return; }");
  EXPECT_NE(
      C.with("void keep(int number, own::lazy<> &) { if (number) call(); }"),
      "");
  EXPECT_EQ(C.with("void keep(int, own::lazy<> &task) { task.start(); }"), "");
}

TEST(Assumptions, LeaveWhatIsUsedElsewhereAlone) {
  Case C("async-unawaited-task",
         "own::lazy<> f() { auto task = session(); keep(task); "
         "keep(1, task); co_return; }");
  EXPECT_EQ(C.with("void keep(const own::lazy<> &task) {}"), "");
  EXPECT_NE(C.with("void keep(const own::lazy<> &task) {}\n"
                   "void keep(int, own::lazy<> &) {}"),
            "");
  Case Awaited("async-unawaited-task",
               "own::lazy<> f() { auto task = session(); keep(task); "
               "co_await std::move(task); }");
  EXPECT_EQ(Awaited.with("void keep(const own::lazy<> &task) {}"), "");
  EXPECT_EQ(Awaited.open(), 0u);
}

} // namespace
