// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests AwaitedType
#include "model/AwaitedType.h"
#include "Parsed.h"
#include "model/Names.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// The name of what was found, "" for nothing.
std::string nameOf(const NamedDecl *Found) {
  return Found ? qualifiedName(*Found) : "";
}

const CXXRecordDecl &recordOf(const Parsed &Code, llvm::StringRef Variable) {
  const CXXRecordDecl *Record = shownRecord(Code.typeOf(Variable));
  if (!Record)
    isNoTest("'" + Variable + "' has no class");
  return *Record;
}

TEST(AwaitedType, ShowsTheClassOfAType) {
  Parsed Code(R"(
    struct Known {};
    struct Declared;
    template <typename T> struct Pattern { T value; };
    using Named = Known;
    extern Known known; extern const Known &reference; extern Known *pointer;
    extern Declared &declared; extern Named named; extern int number;
    extern Pattern<int> &unused;
    Pattern<char> used;
  )");
  auto Shown = [&](const char *Name) {
    return nameOf(shownRecord(Code.typeOf(Name)));
  };
  EXPECT_EQ(Shown("known"), "Known");
  EXPECT_EQ(Shown("reference"), "Known");
  EXPECT_EQ(Shown("named"), "Known");
  EXPECT_EQ(Shown("pointer"), "");
  EXPECT_EQ(Shown("declared"), "");
  EXPECT_EQ(Shown("number"), "");
  EXPECT_EQ(Shown("used"), "Pattern");
  // Nobody has needed it yet: the template is looked at.
  EXPECT_EQ(Shown("unused"), "Pattern");
  EXPECT_EQ(shownRecord(QualType()), nullptr);
}

TEST(AwaitedType, FindsMembersOfBases) {
  Parsed Code(R"(
    struct Root { int deep(); void hidden(); };
    template <typename T> struct Middle : Root { T in(); };
    struct Leaf : Middle<int> { void own(); int hidden(); };
    struct Data { int own; };
    template <typename T> struct Late : Middle<T> {};
    extern Late<char> &late;
  )");
  const CXXRecordDecl &Leaf = Code.record("Leaf");
  EXPECT_EQ(nameOf(memberFunction(Leaf, "own")), "Leaf::own");
  EXPECT_EQ(nameOf(memberFunction(Leaf, "hidden")), "Leaf::hidden");
  EXPECT_EQ(nameOf(memberFunction(Leaf, "in")), "Middle::in");
  EXPECT_EQ(nameOf(memberFunction(Leaf, "deep")), "Root::deep");
  EXPECT_EQ(nameOf(memberFunction(Leaf, "none")), "");
  EXPECT_EQ(nameOf(memberFunction(Code.record("Data"), "own")), "");
  EXPECT_EQ(nameOf(memberFunction(recordOf(Code, "late"), "deep")),
            "Root::deep");
}

// Not yet: the using-declaration itself is found first.
TEST(AwaitedType, FindsMembersOfBasesByUsingDeclarations) {
  Parsed Code(R"(
    struct Root { int deep(); };
    struct Using : private Root { using Root::deep; };
  )");
  EXPECT_EQ(nameOf(memberFunction(Code.record("Using"), "deep")), "Root::deep");
}

TEST(AwaitedType, FindsPromises) {
  Parsed Code(R"(
    struct Shared {};
    struct Nested { struct promise_type {}; };
    struct Alias { using promise_type = Shared; };
    struct Derived : Nested {};
    struct None {};
    struct Number { using promise_type = int; };
    template <typename T> struct Task { struct promise_type {}; };
    template <typename T> struct Generic;
    template <typename T> struct GenericPromise {};
    template <typename T> struct Generic {
      using promise_type = GenericPromise<T>;
    };
    Task<int> made; extern Task<char> &unmade; extern Generic<int> &generic;

    struct ByTraits {};
    struct ByPartial {};
    template <typename T> struct ByPattern {};
    struct TraitsPromise {}; struct PartialPromise {}; struct PatternPromise {};
    template <> struct std::coroutine_traits<ByTraits> {
      using promise_type = TraitsPromise;
    };
    template <typename... Args>
    struct std::coroutine_traits<ByPartial, Args...> {
      using promise_type = PartialPromise;
    };
    template <typename T, typename... Args>
    struct std::coroutine_traits<ByPattern<T>, Args...> {
      using promise_type = PatternPromise;
    };
    ByPattern<int> byPattern;
  )");
  auto Promise = [&](const char *Record) {
    return nameOf(promiseTypeOf(Code.record(Record)));
  };
  EXPECT_EQ(Promise("Nested"), "Nested::promise_type");
  EXPECT_EQ(Promise("Alias"), "Shared");
  EXPECT_EQ(Promise("Derived"), "Nested::promise_type");
  EXPECT_EQ(Promise("None"), "");
  EXPECT_EQ(Promise("Number"), "");
  EXPECT_EQ(Promise("ByTraits"), "TraitsPromise");
  EXPECT_EQ(Promise("ByPartial"), "PartialPromise");
  EXPECT_EQ(nameOf(promiseTypeOf(recordOf(Code, "byPattern"))),
            "PatternPromise");
  EXPECT_EQ(nameOf(promiseTypeOf(recordOf(Code, "made"))),
            "Task::promise_type");
  EXPECT_EQ(nameOf(promiseTypeOf(recordOf(Code, "unmade"))),
            "Task::promise_type");
  EXPECT_EQ(nameOf(promiseTypeOf(recordOf(Code, "generic"))), "GenericPromise");
}

TEST(AwaitedType, FindsAwaiters) {
  Parsed Code(R"(
    struct Awaiter {
      bool await_ready(); void await_suspend(std::coroutine_handle<>);
      int await_resume();
    };
    struct Member { Awaiter operator co_await(); };
    struct Inherited : Member {};
    struct Derived : Awaiter {};
    struct Wrong { int operator co_await(); };
    struct None {};
    namespace free { struct Beside {}; Awaiter operator co_await(Beside &&); }
    struct Outer { struct Inner {}; };
    Awaiter operator co_await(const Outer::Inner &);
    template <typename T> struct Pattern {};
    template <typename T> Awaiter operator co_await(Pattern<T>);
    Pattern<int> pattern;
  )");
  auto AwaiterOf = [&](const char *Record) {
    return nameOf(awaiterOf(Code.record(Record)));
  };
  EXPECT_EQ(AwaiterOf("Awaiter"), "Awaiter");
  EXPECT_EQ(AwaiterOf("Member"), "Awaiter");
  EXPECT_EQ(AwaiterOf("Inherited"), "Awaiter");
  EXPECT_EQ(AwaiterOf("Derived"), "Derived");
  EXPECT_EQ(AwaiterOf("Wrong"), "");
  EXPECT_EQ(AwaiterOf("None"), "");
  EXPECT_EQ(AwaiterOf("free::Beside"), "Awaiter");
  EXPECT_EQ(AwaiterOf("Outer::Inner"), "Awaiter");
  EXPECT_EQ(nameOf(awaiterOf(recordOf(Code, "pattern"))), "Awaiter");
}

TEST(AwaitedType, FindsResults) {
  Parsed Code(R"(
    template <typename T> struct Awaiter {
      bool await_ready(); void await_suspend(std::coroutine_handle<>);
      T await_resume();
    };
    struct Number { Awaiter<int> operator co_await(); };
    Awaiter<int> number;
    struct Unmade { Awaiter<char> operator co_await(); };
    struct Itself {
      bool await_ready(); void await_suspend(std::coroutine_handle<>);
      char &await_resume();
    };
    struct Deduced {
      bool await_ready(); void await_suspend(std::coroutine_handle<>);
      auto await_resume();
    };
    struct None {};
    own::lazy<float> lazy;
  )");
  auto Result = [&](const char *Record) {
    QualType T = awaitedResult(Code.record(Record));
    return T.isNull() ? "" : T.getCanonicalType().getAsString();
  };
  EXPECT_EQ(Result("Number"), "int");
  EXPECT_EQ(Result("Itself"), "char &");
  EXPECT_EQ(Result("Deduced"), "");
  EXPECT_EQ(Result("None"), "");
  EXPECT_TRUE(awaitedResult(Code.record("Unmade"))->isDependentType());
  EXPECT_EQ(
      awaitedResult(recordOf(Code, "lazy")).getCanonicalType().getAsString(),
      "float");
}

TEST(AwaitedType, KnowsConstantAnswers) {
  Parsed Code(R"(
    constexpr bool Setting = true;
    bool yes() { return true; }
    bool no() { return false; }
    bool number() { return 1; }
    bool named() { return Setting; }
    bool computed() { return sizeof(int) > 100; }
    bool variable() { return flag(); }
    bool two() { call(); return true; }
    bool nothing();
    template <typename T> struct S { bool own() { return false; } };
    extern S<int> &s;
  )");
  auto Answer = [&](const char *Name) {
    return constantAnswer(Code.function(Name));
  };
  EXPECT_EQ(Answer("yes"), true);
  EXPECT_EQ(Answer("no"), false);
  EXPECT_EQ(Answer("number"), true);
  EXPECT_EQ(Answer("named"), true);
  EXPECT_EQ(Answer("computed"), false);
  EXPECT_EQ(Answer("variable"), std::nullopt);
  EXPECT_EQ(Answer("two"), std::nullopt);
  EXPECT_EQ(Answer("nothing"), std::nullopt);
  EXPECT_EQ(constantAnswer(*memberFunction(recordOf(Code, "s"), "own")), false);
}

} // namespace
