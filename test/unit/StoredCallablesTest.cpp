// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests StoredCallables
#include "summary/StoredCallables.h"
#include "Parsed.h"
#include "model/Names.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const Headers = R"(
  #include <functional>
  #include <map>
  #include <memory>
  #include <optional>
  #include <string>
  #include <vector>
  using callback = std::function<void()>;
)";

const char *const World = R"(
  void f(); void g(); void number(int);
  struct holder {
    callback cb, other; void (*pointer)(); void (holder::*member)();
    std::vector<callback> all; std::map<int, callback> named;
    std::map<int, std::vector<callback>> deep; std::optional<callback> maybe;
    std::shared_ptr<callback> shared; callback array[2];
    std::vector<int> numbers; std::function<void(int)> taker;
    std::unique_ptr<std::map<int, callback>> far;
    void method(); virtual void over();
  };
  struct ours { ours(); ours(void (*)()); void operator()(); };
  struct owner { ours o; std::vector<ours> all; };
  struct plain { callback cb; int n; callback other; };
  extern callback unknown; extern holder h; callback global();
)";

/// "n3::f" is "f" here.
std::string within(std::string Name) {
  size_t First = Name.find("::");
  return First == std::string::npos ? Name : Name.substr(First + 2);
}

/// Of what \p Stored has in \p Space: "cb = f" for what is put into variables,
/// "cb = parameter p" for the parameters of the function \p Keeps.
std::string spelled(const StoredCallables &Stored, const Parsed &Code,
                    const std::string &Space, const std::string &Keeps) {
  const SourceManager &SM = Code.ast().getSourceManager();
  const auto &Inside =
      *cast<NamespaceDecl>(Code.function(Space + "::f").getDeclContext());
  std::vector<std::string> Found;
  for (const auto &[Into, Stores] : Stored.stores())
    for (const StoredCallables::Store &Store : Stores) {
      if (!SM.isPointWithin(Store.At->getBeginLoc(), Inside.getBeginLoc(),
                            Inside.getEndLoc()))
        continue;
      std::string What = Store.Callable
                             ? within(messageName(*Store.Callable))
                             : "what " + Store.Held->getNameAsString() + " has";
      Found.push_back(Into->getNameAsString() + " = " + What);
    }
  if (!Keeps.empty())
    for (const StoredCallables::Kept &K :
         Stored.keptBy(Code.function(Space + "::" + Keeps)))
      Found.push_back(K.Into->getNameAsString() + " = parameter " +
                      K.Parameter->getNameAsString());
  return llvm::join(Found, ", ");
}

/// What a piece of code puts into variables; of parameters, those of Keeps.
struct Piece {
  std::string Text, Found, Keeps = {};
};

void expectStoresIn(llvm::ArrayRef<Piece> Pieces) {
  std::string Source = Headers;
  for (auto [Number, P] : llvm::enumerate(Pieces))
    Source +=
        "namespace n" + std::to_string(Number) + " {" + World + P.Text + "}\n";
  Parsed Code(Source);
  StoredCallables Stored(Code.model());
  for (auto [Number, P] : llvm::enumerate(Pieces))
    EXPECT_EQ(spelled(Stored, Code, "n" + std::to_string(Number), P.Keeps),
              P.Found)
        << P.Text;
}

/// What a function with those parameters and that body puts into variables.
struct Row {
  const char *Parameters, *Body, *Found;
};

void expectStores(std::initializer_list<Row> Rows) {
  std::vector<Piece> Pieces;
  for (const Row &R : Rows)
    Pieces.push_back(
        {std::string("void s(") + R.Parameters + ") {" + R.Body + "}", R.Found,
         "s"});
  expectStoresIn(Pieces);
}

TEST(StoredCallables, AreAssigned) {
  expectStores({
      {"", "h.cb = f;", "cb = f"},
      {"", "h.cb = &f;", "cb = f"},
      {"holder *p", "p->cb = [] {};", "cb = lambda"},
      {"", "h.cb = callback(f);", "cb = f"},
      {"", "h.cb = {f};", "cb = f"},
      {"", "h.cb = std::bind(number, 1);", "cb = number"},
      {"", "h.cb = std::bind(&holder::method, &h);", "cb = holder::method"},
      {"", "h.cb = flag() ? callback(f) : callback(g);", "cb = f, cb = g"},
      {"", "auto l = [] {}; h.cb = std::move(l);", "cb = lambda"},
      {"", "callback l = f; h.cb = l;", "cb = f"},
      {"ours o", "h.cb = o;", "cb = ours::operator()"},
      {"", "h.pointer = f;", "pointer = f"},
      {"", "h.pointer = [] {};", "pointer = lambda"},
      {"", "h.member = &holder::method;", "member = holder::method"},
      {"", "h.array[1] = f;", "array = f"},
      {"", "*h.shared = f;", "shared = f"},
      {"", "h.maybe = f;", "maybe = f"},
      {"", "callback &r = h.cb; r = f;", "cb = f"},
      {"", "callback *r = &h.cb; *r = f;", "cb = f"},
      {"", "unknown = f;", "unknown = f"},
      {"", "static callback c; c = f;", "c = f"},
      {"", "static callback c = f;", "c = f"},
      {"", "h.cb = f; h.cb = f;", "cb = f"},
      {"", "h.cb = h.other = f;", "cb = what other has, other = f"},
      {"", "[] { h.cb = f; };", "cb = f"},
  });
}

TEST(StoredCallables, AreElements) {
  expectStores({
      {"", "h.all.push_back(f);", "all = f"},
      {"", "h.all.emplace_back([] {});", "all = lambda"},
      {"", "h.all.insert(h.all.begin(), f);", "all = f"},
      {"", "h.all.assign(3, f);", "all = f"},
      {"", "h.all = {f, [] {}};", "all = f, all = lambda"},
      {"", "h.all[2] = f;", "all = f"},
      {"", "h.all.back() = f;", "all = f"},
      {"", "for (auto &c : h.all) c = f;", "all = f"},
      {"", "h.named[1] = f;", "named = f"},
      {"", "h.named.at(1) = f;", "named = f"},
      {"", "h.named.emplace(1, f);", "named = f"},
      {"", "h.named.try_emplace(1, f);", "named = f"},
      {"", "h.named.insert_or_assign(1, f);", "named = f"},
      {"", "h.named.insert({1, f});", "named = f"},
      {"", "h.named.insert(std::make_pair(1, f));", "named = f"},
      {"", "h.named.emplace(std::pair<const int, callback>(1, f));",
       "named = f"},
      {"", "h.named = {{1, f}, {2, g}};", "named = f, named = g"},
      {"", "auto i = h.named.find(1); i->second = f;", "named = f"},
      {"", "for (auto &[k, c] : h.named) c = f;", "named = f"},
      {"", "h.deep[1].push_back(f);", "deep = f"},
      {"", "auto &l = h.deep[1]; l.push_back(f);", "deep = f"},
      {"", "(*h.far)[1] = f;", "far = f"},
      {"", "h.far->emplace(1, f);", "far = f"},
      {"", "h.maybe.emplace(f);", "maybe = f"},
  });
}

TEST(StoredCallables, AreOfOtherVariables) {
  expectStores({
      {"", "h.cb = h.other;", "cb = what other has"},
      {"", "h.cb = std::move(unknown);", "cb = what unknown has"},
      {"", "h.cb = h.pointer;", "cb = what pointer has"},
      {"", "auto c = h.all.front(); h.cb = c;", "cb = what all has"},
      {"", "for (auto &c : h.all) h.cb = c;", "cb = what all has"},
      {"", "h.cb = h.named.at(1);", "cb = what named has"},
      {"", "h.cb = h.cb;", ""},
      {"", "h.all.insert(h.all.end(), h.all.begin(), h.all.end());", ""},
  });
}

TEST(StoredCallables, AreInitializers) {
  expectStoresIn({
      {"callback c = f;", "c = f"},
      {"static callback c{f};", "c = f"},
      {"void (*const c[])() = {f, nullptr, g};", "c = f, c = g"},
      {"std::map<int, callback> c = {{1, f}, {2, g}};", "c = f, c = g"},
      {"struct t { callback c = f; };", "c = f"},
      {"struct t { static inline callback c = f; };", "c = f"},
      {"struct t { callback c; t() : c(f) {} };", "c = f"},
      {"struct t { callback c = f; t() {} t(int) : c(g) {} };", "c = f, c = g"},
      {"plain p = {f, 1, g};", "cb = f, other = g"},
      {"plain p = {.n = 1, .other = g};", "other = g"},
      {"plain p(f, 1, g);", "cb = f, other = g"},
      {"plain p[] = {{f}, {g}};", "cb = f, cb = g"},
      {"struct t : plain { callback c; }; t x = {{}, f};", "c = f"},
      {"void look(plain); void s() { look({.cb = f}); }", "cb = f"},
      {"template <typename T> struct t { callback c; t() : c(f) {} }; t<int> "
       "x;",
       "c = f"},
  });
}

TEST(StoredCallables, AreParameters) {
  expectStores({
      {"callback c", "h.cb = c;", "cb = parameter c"},
      {"const callback &c", "h.cb = c;", "cb = parameter c"},
      {"callback &&c", "h.cb = std::move(c);", "cb = parameter c"},
      {"callback c", "h.all.push_back(std::move(c));", "all = parameter c"},
      {"callback c", "h.named[1] = c;", "named = parameter c"},
      {"callback c", "h.named.emplace(1, std::move(c));",
       "named = parameter c"},
      {"void (*c)()", "h.pointer = c;", "pointer = parameter c"},
      {"void (*c)()", "h.cb = c;", "cb = parameter c"},
      {"void c()", "h.cb = c;", "cb = parameter c"},
      {"std::function<void(int)> c", "h.cb = std::bind(c, 1);",
       "cb = parameter c"},
      {"callback c", "auto d = std::move(c); h.cb = d;", "cb = parameter c"},
      {"int n, callback c, callback d", "h.cb = d; h.other = c;",
       "cb = parameter d, other = parameter c"},
      {"callback c", "h.cb = c ? c : f;", "cb = f, cb = parameter c"},
      {"callback c", "call(); [c] { h.cb = c; };", "cb = parameter c"},
      {"callback c", "[d = std::move(c)] { h.cb = d; };", "cb = parameter c"},
      {"callback c", "h.cb = [c] { c(); };", "cb = lambda"},
      {"callback c", "h.cb = c; h.cb = c;", "cb = parameter c"},
  });
}

TEST(StoredCallables, AreParametersOfConstructors) {
  Parsed Code(std::string(Headers) +
              "struct t { callback c; t(int, callback p) : c(p) {} };");
  StoredCallables Stored(Code.model());
  for (const CXXConstructorDecl *Constructor : Code.record("t").ctors()) {
    llvm::ArrayRef<StoredCallables::Kept> Kept = Stored.keptBy(*Constructor);
    if (Constructor->isCopyOrMoveConstructor()) {
      EXPECT_TRUE(Kept.empty());
      continue;
    }
    ASSERT_EQ(Kept.size(), 1u);
    EXPECT_EQ(Kept[0].Parameter, Constructor->getParamDecl(1));
    EXPECT_EQ(Kept[0].Into->getName(), "c");
  }
}

TEST(StoredCallables, AreWhatTemplatesAreGiven) {
  const std::string Keeps =
      "template <typename F> void s(F &&f) { h.cb = std::forward<F>(f); }";
  expectStoresIn({
      {Keeps + "void t() { s([] {}); }", "cb = lambda"},
      {Keeps + "void t() { s(ours()); }", "cb = ours::operator()"},
      {Keeps, ""},
  });
}

TEST(StoredCallables, AreOnlyWhatIsPutIn) {
  expectStores({
      {"", "h.cb = nullptr;", ""},
      {"", "h.cb = {};", ""},
      {"", "h.cb = callback();", ""},
      {"", "h.cb = global();", ""},
      {"", "h.pointer = nullptr;", ""},
      {"", "callback c; c = f;", ""},
      {"", "callback c = h.cb; c = f;", ""},
      {"", "auto c = h.all; c.push_back(f);", ""},
      {"", "for (auto c : h.all) c = f;", ""},
      {"", "auto e = *h.named.begin(); e.second = f;", ""},
      {"", "h.cb();", ""},
      {"", "if (h.cb == nullptr) f();", ""},
      {"callback c", "c = f;", ""},
      {"callback &c", "c = f;", ""},
      {"std::vector<callback> &c", "c.push_back(f);", ""},
      {"std::vector<callback> c", "h.all = std::move(c);", ""},
      {"callback c", "c();", ""},
      {"callback c", "h.numbers.push_back(sizeof(c));", ""},
      {"", "std::erase_if(h.all, [](auto &c) { return !c; });", ""},
      {"", "decltype(h.cb = f) &r = h.cb;", ""},
      {"owner o", "o.o = ours(f);", ""},
      {"owner o", "o.all.push_back(ours(f));", ""},
      {"", "h.pointer = std::terminate;", ""},
      {"", "f(); h.method();", ""},
  });
}

} // namespace
