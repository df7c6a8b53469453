// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests CallableVariable
#include "model/CallableVariable.h"
#include "Parsed.h"
#include "model/EvaluatedCode.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const World = R"(
  #include <array>
  #include <atomic>
  #include <functional>
  #include <map>
  #include <memory>
  #include <optional>
  #include <random>
  #include <ranges>
  #include <string>
  #include <tuple>
  #include <vector>
  using callback = std::function<void()>;
  struct entry { callback run; int n; };
  struct holder {
    callback cb; void (*pointer)(); void (holder::*member)();
    std::vector<callback> all; std::map<int, callback> named;
    std::map<int, std::vector<callback>> deep; std::optional<callback> maybe;
    std::shared_ptr<callback> shared; callback array[2];
    std::vector<entry> entries; std::tuple<int, callback> both;
    std::atomic<void (*)()> atomic; std::vector<int> numbers;
    void method(); callback get(); const std::vector<callback> &list() const;
  };
  struct ours { void operator()() const; };
  extern callback unknown; extern holder h;
  extern std::vector<ours> owns; extern void (*table[3])();
)";

/// The variables through which the body calls something.
struct Row {
  const char *Parameters, *Body, *Called;
};

void expectCalled(std::initializer_list<Row> Rows) {
  std::string Source = World;
  unsigned Count = 0;
  for (const Row &R : Rows)
    Source += ("void f" + llvm::Twine(Count++) + "(" + R.Parameters + ") {" +
               R.Body + "}\n")
                  .str();
  Parsed Code(Source);
  Count = 0;
  for (const Row &R : Rows) {
    std::vector<std::string> Found;
    forEachCallSite(
        routineOf(Code.function("f" + std::to_string(Count++))),
        Code.model().rules(), Code.ast(), [&](const CallSite &Site) {
          if (const auto *V = calledVariable(Site, Code.model().project()))
            Found.push_back(V->getNameAsString());
        });
    EXPECT_EQ(llvm::join(Found, ", "), R.Called)
        << R.Parameters << ": " << R.Body;
  }
}

TEST(CallableVariable, IsWhatIsNamed) {
  expectCalled({
      {"", "h.cb();", "cb"},
      {"holder *p", "p->cb();", "cb"},
      {"", "unknown();", "unknown"},
      {"", "h.pointer();", "pointer"},
      {"", "(*h.pointer)();", "pointer"},
      {"", "(h.*h.member)();", "member"},
      {"holder *p", "(p->*h.member)();", "member"},
      {"callback c", "c();", "c"},
      {"void (*c)()", "c();", "c"},
      {"void (&c)()", "c();", "c"},
      {"const callback &c", "std::move(c)();", "c"},
      {"", "static callback c; c();", "c"},
      {"", "static void (*c)(); c();", "c"},
  });
}

TEST(CallableVariable, IsWhatHasTheElement) {
  expectCalled({
      {"", "h.all[1]();", "all"},
      {"", "h.all.at(1)();", "all"},
      {"", "h.all.front()();", "all"},
      {"", "h.named[1]();", "named"},
      {"", "h.named.find(1)->second();", "named"},
      {"", "h.deep[1].back()();", "deep"},
      {"", "(*h.maybe)();", "maybe"},
      {"", "h.maybe.value()();", "maybe"},
      {"", "(*h.shared)();", "shared"},
      {"", "h.array[1]();", "array"},
      {"", "table[1]();", "table"},
      {"", "h.atomic.load()();", "atomic"},
      {"", "h.entries[1].run();", "run"},
      {"", "std::get<1>(h.both)();", "both"},
      {"", "std::exchange(h.cb, nullptr)();", "cb"},
      {"", "for (auto &c : h.all) c();", "all"},
      {"", "for (auto c : h.array) c();", "array"},
      {"", "for (auto &[k, c] : h.named) c();", "named"},
      {"", "for (auto &p : h.named) p.second();", "named"},
      {"", "for (auto &e : h.entries) e.run();", "run"},
      {"", "for (auto &[c, n] : h.entries) c();", "run"},
      {"", "for (auto &c : h.named | std::views::values) c();", "named"},
      {"", "for (auto i = h.all.begin(); i != h.all.end(); ++i) (*i)();",
       "all"},
      {"", "auto i = h.named.find(1); i->second();", "named"},
      {"", "auto &l = h.deep[1]; for (auto &c : l) c();", "deep"},
  });
}

TEST(CallableVariable, IsWhatACopyIsOf) {
  expectCalled({
      {"", "auto c = h.cb; c();", "cb"},
      {"", "auto &c = h.cb; c();", "cb"},
      {"", "auto c = std::move(h.cb); c();", "cb"},
      {"", "callback c(h.cb); c();", "cb"},
      {"", "callback c = h.pointer; c();", "pointer"},
      {"", "auto c = h.pointer; c();", "pointer"},
      {"", "auto c = h.all.back(); c();", "all"},
      {"", "auto a = std::move(h.all); for (auto &c : a) c();", "all"},
      {"callback c", "auto d = std::move(c); d();", "c"},
      {"callback *c", "(*c)();", ""},
  });
}

TEST(CallableVariable, IsNotWhatElseIsCalled) {
  expectCalled({
      {"", "call();", ""},
      {"", "h.method();", ""},
      {"", "h.get()();", ""},
      {"", "for (auto &c : h.list()) c();", ""},
      {"", "callback c; c();", ""},
      {"", "callback c = h.get(); c();", ""},
      {"std::vector<callback> all", "for (auto &c : all) c();", ""},
      {"std::map<int, callback> all", "all[1]();", ""},
      {"", "h.numbers.at(1);", ""},
      {"std::vector<ours> all", "all[1]();", ""},
      {"", "callback c = c; c();", ""},
  });
}

TEST(CallableVariable, HoldsWhatItsTypeDoesNotTell) {
  Parsed Code(std::string(World) + R"(
    auto lambda = [] {};
    void (*pointer)(); std::vector<void (*)()> pointers; callback function;
    std::map<std::string, std::vector<callback>> deep;
    std::unique_ptr<std::function<int(int)>> far; callback *there;
    std::vector<decltype(lambda)> lambdas; ours object; std::vector<ours> objects;
    std::map<int, std::string> texts; std::vector<entry> entries;
    std::less<int> order; int number; std::string text;
  )");
  for (const char *Name :
       {"pointer", "pointers", "function", "deep", "far", "there"})
    EXPECT_TRUE(holdsCallables(Code.typeOf(Name), Code.model().project()))
        << Name;
  for (const char *Name : {"lambda", "lambdas", "object", "objects", "texts",
                           "entries", "order", "number", "text"})
    EXPECT_FALSE(holdsCallables(Code.typeOf(Name), Code.model().project()))
        << Name;
}

} // namespace
