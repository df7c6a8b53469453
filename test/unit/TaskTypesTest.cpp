// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests TaskTypes
#include "model/TaskTypes.h"
#include "Parsed.h"
#include "flow/ValueUses.h"
#include "model/Work.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const Drops[] = {"unknown", "never runs", "leaks",      "detaches",
                             "cancels", "blocks",     "terminates", "asserts"};

std::string describe(const TaskType *Type) {
  if (!Type)
    return "";
  std::string Text = Type->Lazy ? "lazy, " : "eager, ";
  Text += Drops[static_cast<int>(Type->OnDrop)];
  if (Type->Shared)
    Text += ", shared";
  if (Type->AwaitedOnce)
    Text += ", once";
  return Text;
}

/// What the type of the variable `t` is.
std::string kindOf(llvm::StringRef Code) {
  Parsed Snippet(Code);
  return describe(Snippet.model().taskTypes().find(Snippet.typeOf("t")));
}

/// A class `task` whose promise starts with \p Start, and with these members.
std::string task(llvm::StringRef Start, llvm::StringRef Members = "",
                 llvm::StringRef Before = "") {
  return (Before + R"(
    struct task {
      struct promise_type : own::promise_base, own::returns<void> {
        task get_return_object();
        )" +
          Start + R"(
      };
      bool await_ready() const noexcept;
      void await_suspend(std::coroutine_handle<>);
      void await_resume();
      task(task &&);
      )" + Members +
          R"(
      std::coroutine_handle<promise_type> handle;
    };
    extern task t;)")
      .str();
}

const char *const Always = "std::suspend_always initial_suspend() noexcept;";
const char *const Never = "std::suspend_never initial_suspend() noexcept;";
const char *const Destroys = "~task() { if (handle) handle.destroy(); }";

TEST(TaskTypes, AreLazyWhereTheyStartSuspended) {
  EXPECT_EQ(kindOf(task(Always, Destroys)), "lazy, never runs");
  EXPECT_EQ(kindOf(task(Never, "~task();")), "eager, unknown");
  // An awaiter of the project's own.
  const char *Awaiters = R"(
    struct awaiter {
      void await_suspend(std::coroutine_handle<>) noexcept;
      void await_resume() noexcept;
    };
    struct stops : awaiter { bool await_ready() noexcept { return false; } };
    struct goes : awaiter { bool await_ready() noexcept { return true; } };
    struct either : awaiter { bool await_ready() noexcept { return flag(); } };
    struct unseen : awaiter { bool await_ready() noexcept; };
    struct derived : stops {};
    struct named : std::suspend_always {};
  )";
  auto StartedBy = [&](const std::string &Awaiter) {
    return kindOf(
        task(Awaiter + " initial_suspend() noexcept;", Destroys, Awaiters));
  };
  EXPECT_EQ(StartedBy("stops"), "lazy, never runs");
  EXPECT_EQ(StartedBy("goes"), "eager, cancels");
  EXPECT_EQ(StartedBy("derived"), "lazy, never runs");
  EXPECT_EQ(StartedBy("named"), "lazy, never runs");
  EXPECT_EQ(StartedBy("either"), "");
  EXPECT_EQ(StartedBy("unseen"), "");
}

TEST(TaskTypes, AreLazyWhateverTheAwaiterIsCalled) {
  EXPECT_EQ(kindOf(task("auto initial_suspend() noexcept { return "
                        "std::suspend_always{}; }",
                        Destroys)),
            "lazy, never runs");
  EXPECT_EQ(kindOf(task("auto initial_suspend() noexcept { return "
                        "std::suspend_never(); }",
                        Destroys)),
            "eager, cancels");
  EXPECT_EQ(
      kindOf(task("auto initial_suspend() noexcept { struct here { "
                  "bool await_ready() const noexcept { return false; } "
                  "void await_suspend(std::coroutine_handle<>) noexcept "
                  "{} void await_resume() noexcept {} }; return here{}; }",
                  Destroys)),
      "lazy, never runs");
  EXPECT_EQ(kindOf(task("using start = std::suspend_always; start "
                        "initial_suspend() noexcept;",
                        Destroys)),
            "lazy, never runs");
}

TEST(TaskTypes, NeedAPromise) {
  EXPECT_EQ(kindOf("own::lazy<int> t;"), "lazy, never runs, once");
  EXPECT_EQ(kindOf("own::lazy<> made; auto &t = made;"),
            "lazy, never runs, once");
  EXPECT_EQ(kindOf("own::eager<> t = begin();"), "eager, unknown");
  EXPECT_EQ(kindOf("extern std::coroutine_handle<> t;"), "");
  EXPECT_EQ(kindOf("extern std::suspend_always t;"), "");
  EXPECT_EQ(kindOf("extern int t;"), "");
  EXPECT_EQ(kindOf("extern own::lazy<> *t;"), "");
  EXPECT_EQ(kindOf("struct declared; extern declared t;"), "");
}

TEST(TaskTypes, HavePromisesByInheritance) {
  EXPECT_EQ(
      kindOf("struct t_ : own::lazy<> { using lazy::lazy; }; extern t_ t;"),
      "lazy, never runs, once");
  EXPECT_EQ(kindOf(R"(
              struct base { std::suspend_always initial_suspend() noexcept; };
              template <typename T> struct middle : base {};
              template <typename T> struct task {
                struct promise_type : middle<T>, own::promise_base {
                  task get_return_object(); void return_void();
                };
                ~task() { handle.destroy(); }
                task(task &&);
                std::coroutine_handle<promise_type> handle;
              };
              extern task<int> &t; task<int> made();
              void use() { made(); })"),
            "lazy, never runs");
}

TEST(TaskTypes, HavePromisesByTraits) {
  const char *Promise = R"(
    template <typename T> struct task { ~task(); task(task &&); void get(); };
    struct promise : own::promise_base, own::returns<void> {
      task<int> get_return_object();
      std::suspend_always initial_suspend() noexcept;
    };
    extern task<int> t; task<int> made(); void use() { made(); }
  )";
  EXPECT_EQ(kindOf(Promise), "");
  EXPECT_EQ(kindOf(Promise + std::string(R"(
              template <> struct std::coroutine_traits<task<int>> {
                using promise_type = promise;
              };)")),
            "lazy, never runs");
  EXPECT_EQ(kindOf(Promise + std::string(R"(
              template <typename T, typename... Args>
              struct std::coroutine_traits<task<T>, Args...> {
                using promise_type = promise;
              };)")),
            "lazy, never runs");
}

TEST(TaskTypes, AreNoGenerators) {
  EXPECT_EQ(kindOf("extern own::generator<int> t; own::generator<int> made(); "
                   "void use() { made(); }"),
            "");
  // One that is awaited is a task.
  EXPECT_EQ(kindOf(task(Always + std::string("std::suspend_always "
                                             "yield_value(int) noexcept;"),
                        Destroys)),
            "lazy, never runs");
}

TEST(TaskTypes, AreSomethingToWaitFor) {
  auto Eager = [](const std::string &Members) {
    return kindOf(R"(
      struct task {
        struct promise_type : own::promise_base, own::returns<void> {
          task get_return_object();
          std::suspend_never initial_suspend() noexcept;
        };
        )" + Members +
                  R"(
      };
      extern task t;)");
  };
  EXPECT_EQ(Eager(""), "");
  EXPECT_EQ(Eager("task(task &&); task &operator=(task &&); ~task();"), "");
  EXPECT_EQ(Eager("task(task &&); ~task(); bool done() const;"),
            "eager, unknown");
}

TEST(TaskTypes, DropAsTheirDestructorsSay) {
  auto Dropped = [](const char *Start, llvm::StringRef Destructor,
                    llvm::StringRef Before = "") {
    return kindOf(task(Start, Destructor, Before));
  };
  EXPECT_EQ(Dropped(Always, ""), "lazy, leaks");
  EXPECT_EQ(Dropped(Always, "~task() = default;"), "lazy, leaks");
  EXPECT_EQ(Dropped(Always, "~task();"), "lazy, never runs");
  EXPECT_EQ(Dropped(Never, ""), "eager, detaches");
  EXPECT_EQ(Dropped(Never, Destroys), "eager, cancels");
  EXPECT_EQ(Dropped(Never, "~task() { if (handle.done()) handle.destroy(); }"),
            "eager, detaches");
  EXPECT_EQ(Dropped(Never, "~task() { call(); }"), "eager, detaches");
  EXPECT_EQ(Dropped(Never,
                    "~task() { if (!handle.done()) std::terminate(); "
                    "handle.destroy(); }",
                    "#include <exception>\n"),
            "eager, terminates");
  // What it calls counts as well, and so do the members' destructors.
  EXPECT_EQ(Dropped(Never, "~task() { reset(); } void reset() { if (handle) "
                           "handle.destroy(); }"),
            "eager, cancels");
  EXPECT_EQ(Dropped(Never, "owner first;",
                    "struct owner { std::coroutine_handle<> h; ~owner() { "
                    "h.destroy(); } };"),
            "eager, cancels");
  EXPECT_EQ(Dropped(Never, "~task() { t.join(); } std::thread &t;",
                    "namespace std { struct thread { void join(); }; }"),
            "eager, blocks");
}

TEST(TaskTypes, AreSharedWhereTheyCanBeCopied) {
  EXPECT_EQ(kindOf(task(Always, "task(const task &); ~task();")),
            "lazy, never runs, shared");
  EXPECT_EQ(kindOf(task(Always, "task(const task &) = delete; ~task();")),
            "lazy, never runs");
}

TEST(TaskTypes, AreAwaitedOnceWhereTheyDoNotLook) {
  auto Awaited = [](const std::string &Ready) {
    return kindOf(R"(
      struct task {
        struct promise_type : own::promise_base, own::returns<void> {
          task get_return_object();
          std::suspend_always initial_suspend() noexcept;
        };
        struct awaiter {
          bool await_ready() )" +
                  Ready + R"(
          void await_suspend(std::coroutine_handle<>);
          void await_resume();
          std::coroutine_handle<> handle;
        };
        awaiter operator co_await() &&;
        task(task &&); ~task();
      };
      extern task t;)");
  };
  EXPECT_EQ(Awaited("{ return false; }"), "lazy, never runs, once");
  EXPECT_EQ(Awaited("{ return true; }"), "lazy, never runs");
  EXPECT_EQ(Awaited("{ return !handle || handle.done(); }"),
            "lazy, never runs");
  EXPECT_EQ(Awaited(";"), "lazy, never runs");
}

TEST(TaskTypes, AreDeclaredByRules) {
  auto Library = [](const char *Space, const char *Name) {
    return kindOf((llvm::Twine("namespace ") + Space +
                   " { template <typename T> struct " + Name + " { " + Name +
                   "(" + Name + " &&); }; } " + Space + "::" + Name +
                   "<int> make(); " + Space + "::" + Name + "<int> t = make();")
                      .str());
  };
  EXPECT_EQ(Library("cppcoro", "task"), "lazy, never runs");
  EXPECT_EQ(Library("cppcoro", "generator"), ""); // synchronous
  EXPECT_EQ(Library("QCoro", "Task"), "eager, detaches");
  EXPECT_EQ(Library("QCoro", "LazyTask"), "lazy, leaks");
  EXPECT_EQ(Library("mine", "task"), "");
}

TEST(TaskTypes, WordsOfRulesHaveMeanings) {
  for (auto [Word, Meaning] : {std::pair("never-runs", Drop::NeverRuns),
                               {"leaks", Drop::Leaks},
                               {"detaches", Drop::Detaches},
                               {"cancels", Drop::Cancels},
                               {"blocks", Drop::Blocks},
                               {"terminates", Drop::Terminates},
                               {"asserts", Drop::Asserts},
                               {"", Drop::Unknown}})
    EXPECT_EQ(dropNamed(Word), Meaning) << Word;
}

TEST(TaskTypes, KnowGuards) {
  Parsed Code(R"(
    struct Lock { ~Lock(); };
    struct scoped_lock { ~scoped_lock(); };
    struct sema_units { ~sema_units(); };
    struct clock { ~clock(); };
    struct lock_state {};
    Lock a; scoped_lock b; sema_units c; clock d; lock_state e; int f;
  )");
  const TaskTypes &Types = Code.model().taskTypes();
  for (const char *Name : {"a", "b", "c"})
    EXPECT_TRUE(Types.isGuard(Code.typeOf(Name))) << Name;
  for (const char *Name : {"d", "e", "f"})
    EXPECT_FALSE(Types.isGuard(Code.typeOf(Name))) << Name;
}

/// The works made in `f`, in the order of the text.
std::vector<std::string> worksIn(llvm::StringRef Text) {
  static const char *const Kinds[] = {"task",   "inner task", "operation",
                                      "handle", "lock",       "permit"};
  Parsed Code(Text);
  const FunctionDecl &F = Code.function("f");
  ValueUses Uses(writtenBody(F), Code.model());
  std::vector<std::string> Found;
  auto Note = [&](const Expr &E, const std::optional<Work> &Made) {
    if (!Made)
      return;
    std::string Line = Code.text(E) + ": " + Kinds[Made->What];
    Line += std::string(", ") + (Made->Lazy ? "lazy, " : "eager, ") +
            Drops[static_cast<int>(Made->OnDrop)];
    if (Made->GivesGuard)
      Line += ", gives a guard";
    if (Made->Entry)
      Line += ", by rule";
    Found.push_back(Line);
  };
  for (const Expr *E : Uses.all()) {
    Note(*E, workMadeBy(*E, Code.model(), &F));
    if (const auto *Await = dyn_cast<CoawaitExpr>(E))
      Note(*E, guardGivenBy(*Await, Code.model(), &F));
  }
  return Found;
}

using Works = std::vector<std::string>;

TEST(TaskTypes, MakeWork) {
  EXPECT_EQ(worksIn("void f(own::lazy<int> t) { fetch(); begin(); t; "
                    "std::move(t); auto u = std::move(t); flag(); }"),
            (Works{"fetch(): task, lazy, never runs",
                   "begin(): task, eager, unknown"}));
  EXPECT_EQ(worksIn("own::lazy<own::lazy<int>> nested(); own::lazy<> f() { "
                    "co_await nested(); co_await fetch(); }"),
            (Works{"co_await nested(): inner task, lazy, never runs",
                   "nested(): task, lazy, never runs",
                   "fetch(): task, lazy, never runs"}));
  EXPECT_EQ(worksIn("own::lazy<int> &known(); void f() { known(); "
                    "own::lazy<int> t; own::lazy<int>(); }"),
            Works{});
}

TEST(TaskTypes, MakeGuards) {
  const std::string Guards = R"(
    struct scoped_lock { scoped_lock(scoped_lock &&); ~scoped_lock(); };
    struct units { units(units &&); ~units(); };
    template <typename T> struct awaiter {
      bool await_ready(); void await_suspend(std::coroutine_handle<>);
      T await_resume();
    };
    struct mutex { awaiter<scoped_lock> lock(); own::lazy<scoped_lock> acquire(); };
    struct limit { awaiter<units> take(int); };
    awaiter<int> number();
  )";
  EXPECT_EQ(worksIn(Guards + "own::lazy<> f(mutex m, limit s) { co_await "
                             "m.lock(); m.lock(); s.take(1); number(); }"),
            (Works{"co_await m.lock(): lock, lazy, never runs",
                   "m.lock(): lock, lazy, never runs, gives a guard",
                   "m.lock(): lock, lazy, never runs, gives a guard",
                   "s.take(1): permit, lazy, never runs, gives a guard"}));
}

TEST(TaskTypes, MakeWorkByRules) {
  EXPECT_EQ(worksIn(R"(
              namespace tide {
              template <typename T> struct task { task(task &&); };
              template <typename T> struct handle { handle(handle &&); };
              template <typename T> handle<T> spawn(task<T>);
              task<int> work();
              }
              void f() { tide::spawn(tide::work()); })"),
            (Works{"tide::spawn(tide::work()): handle, eager, detaches, by "
                   "rule",
                   "tide::work(): task, lazy, never runs"}));
}

} // namespace
