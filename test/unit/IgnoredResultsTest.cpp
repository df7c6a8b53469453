// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests IgnoredResults
#include "flow/IgnoredResults.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

const char *const Kinds[] = {"discarded", "binding", "variable", "redirected"};

/// What a coroutine with that body ignores: "discarded, binding ec".
std::string ignoredAtEnd(llvm::StringRef Body) {
  Parsed Code(("#include <exception>\n#include <optional>\n"
               "#include <system_error>\n#include <tuple>\n#include <vector>\n"
               R"(
template <class T> struct expected {
  bool has_value() const;
  explicit operator bool() const;
  std::error_code error() const;
  T &value();
  T &operator*() noexcept;
};
struct answer { std::error_code error; int size; };
struct token {};
struct redirected { std::error_code &ec; };
redirected redirect(token, std::error_code &ec);
own::lazy<> write(int, redirected = *(redirected *)nullptr);
own::lazy<int> load(std::error_code &ec);
own::lazy<std::tuple<std::error_code, int>> read();
own::lazy<expected<int>> find();
own::lazy<std::error_code> flush();
struct to_be_moved {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  expected<int> &&await_resume();
};
to_be_moved moved();
own::lazy<answer> ask();
own::lazy<std::vector<expected<int>>> settled();
void log(std::error_code);
struct socket { void close(); };
template <class T> void use(T &&) {}
bool cond();
own::lazy<> f(bool c) {)" +
               Body + "}")
                  .str());
  std::vector<std::string> All;
  for (const IgnoredResult &R :
       ignoredResultsOf(Code.function("f"), Code.model()))
    All.push_back((
        Kinds[R.How] + (R.Name ? " " + R.Name->getNameAsString() : "") +
        (R.IsLast ? " at last" : "") + (R.OverwrittenAt ? " overwritten" : "") +
        (R.EndlessLoop ? " endlessly" : "")));
  return llvm::join(All, ", ");
}

/// As above, and it goes on after that.
std::string ignored(llvm::StringRef Body) {
  return ignoredAtEnd((Body + " call();").str());
}

TEST(IgnoredResults, AreStatements) {
  EXPECT_EQ(ignored("co_await flush();"), "discarded");
  EXPECT_EQ(ignored("co_await find();"), "discarded");
  EXPECT_EQ(ignored("co_await read();"), "discarded");
  EXPECT_EQ(ignored("co_await settled();"), "discarded");
  EXPECT_EQ(ignored("if (c) co_await flush(); else co_await flush();"),
            "discarded, discarded");
  EXPECT_EQ(ignored("for (;;) co_await flush();"), "discarded endlessly");
  EXPECT_EQ(ignored("while (c) co_await flush();"), "discarded");
  EXPECT_EQ(ignored("for (;;) { for (int i = 0; i < 3; ++i) { co_await "
                    "flush(); } }"),
            "discarded");
  EXPECT_EQ(ignored("co_await flush(), cond();"), "discarded");
  EXPECT_EQ(ignored("c ? co_await flush() : co_await flush();"),
            "discarded, discarded");
}

TEST(IgnoredResults, AreNotThoseThatAreMeant) {
  EXPECT_EQ(ignored("(void)co_await flush();"), "");
  EXPECT_EQ(ignored("static_cast<void>(co_await flush());"), "");
  EXPECT_EQ(ignored("std::ignore = co_await flush();"), "");
  EXPECT_EQ(ignored("[[maybe_unused]] auto ec = co_await flush();"), "");
  EXPECT_EQ(ignored("[[maybe_unused]] auto [ec, n] = co_await read();"), "");
  EXPECT_EQ(ignored("auto ec = co_await flush(); (void)ec;"), "");
}

TEST(IgnoredResults, AreNotThoseThatAreUsed) {
  EXPECT_EQ(ignored("if (co_await flush()) cond();"), "");
  EXPECT_EQ(ignored("log(co_await flush());"), "");
  EXPECT_EQ(ignored("(co_await find()).value();"), "");
  EXPECT_EQ(ignored("co_await fetch();"), "");
  EXPECT_EQ(ignored("co_await save();"), "");
  EXPECT_EQ(ignored("for (auto &e : co_await settled()) use(e);"), "");
}

TEST(IgnoredResults, AreBindings) {
  EXPECT_EQ(ignored("auto [ec, n] = co_await read(); use(n);"), "binding ec");
  EXPECT_EQ(ignored("auto [ec, n] = co_await read(); if (!ec) use(n);"), "");
  EXPECT_EQ(ignored("auto [ec, n] = co_await read(); "
                    "auto g = [ec = ec] { return !ec; }; use(g);"),
            "");
}

TEST(IgnoredResults, AreVariables) {
  EXPECT_EQ(ignored("auto r = co_await find();"), "variable r");
  EXPECT_EQ(ignored("auto &&r = co_await find();"), "variable r");
  EXPECT_EQ(ignored("auto r = co_await find(); use(r);"), "");
  EXPECT_EQ(ignored("auto r = co_await find(); if (c && r) cond();"), "");
  EXPECT_EQ(ignored("auto r = co_await find(); use(r.value());"), "");
  EXPECT_EQ(ignored("auto r = co_await find(); use([&] { return !r; });"), "");
  EXPECT_EQ(ignored("auto r = co_await moved(); if (r) cond();"), "");
  EXPECT_EQ(ignored("auto r = co_await moved();"), "variable r");
  // Nobody asks whether there is a value.
  EXPECT_EQ(ignored("auto r = co_await find(); use(*r);"), "variable r");
  EXPECT_EQ(ignored("auto r = co_await find(); if (r) use(*r);"), "");
}

TEST(IgnoredResults, AreLookedAtByTheErrorPartOnly) {
  EXPECT_EQ(ignored("auto a = co_await ask(); use(a.size);"), "variable a");
  EXPECT_EQ(ignored("auto a = co_await ask(); if (!a.error) use(a.size);"), "");
  EXPECT_EQ(ignored("auto a = co_await ask(); use(a);"), "");
  EXPECT_EQ(ignored("auto r = co_await read(); use(std::get<1>(r));"),
            "variable r");
  EXPECT_EQ(ignored("auto r = co_await read(); log(std::get<0>(r));"), "");
  EXPECT_EQ(ignored("auto all = co_await settled(); use(all.size());"),
            "variable all");
  EXPECT_EQ(ignored("auto all = co_await settled(); "
                    "for (auto &e : all) if (!e) cond();"),
            "");
  EXPECT_EQ(ignored("auto all = co_await settled(); log(all[0].error());"), "");
}

TEST(IgnoredResults, AreNotThoseWhoseOtherPartIsTested) {
  EXPECT_EQ(ignored("auto [ec, n] = co_await read(); if (n == 0) call();"), "");
  EXPECT_EQ(ignored("auto [ec, n] = co_await read(); while (n) --n;"), "");
  EXPECT_EQ(ignored("auto [ec, n] = co_await read(); "
                    "for (int i = 0; i < n; ++i) use(i);"),
            "binding ec");
  EXPECT_EQ(ignored("auto a = co_await ask(); if (a.size == 0) call();"), "");
  EXPECT_EQ(ignored("auto r = co_await read(); use(std::get<1>(r) == 7);"), "");
  EXPECT_EQ(ignored("std::error_code ec; auto n = co_await load(ec); "
                    "if (n == 0) call();"),
            "");
  EXPECT_EQ(
      ignored("std::error_code ec; while (co_await load(ec) > 0) call();"), "");
  EXPECT_EQ(ignored("std::error_code ec; auto n = co_await load(ec); use(n);"),
            "redirected ec");
  EXPECT_EQ(
      ignored("auto all = co_await settled(); if (all.size() > 3) call();"),
      "variable all");
}

TEST(IgnoredResults, AreRedirected) {
  EXPECT_EQ(ignored("std::error_code ec; co_await write(1, redirect({}, ec));"),
            "redirected ec");
  EXPECT_EQ(ignored("std::error_code ec; co_await load(ec);"), "redirected ec");
  EXPECT_EQ(ignored("std::error_code ec; co_await load(ec); log(ec);"), "");
  EXPECT_EQ(ignored("std::error_code ec; auto g = [&] { return !ec; }; "
                    "co_await load(ec); use(g);"),
            "");
  EXPECT_EQ(ignored("std::error_code ec; auto &other = ec; co_await load(ec); "
                    "log(other);"),
            "");
  EXPECT_EQ(ignored("std::error_code ec; auto t = redirect({}, ec); "
                    "co_await write(1, t); log(ec);"),
            "");
}

TEST(IgnoredResults, AreOverwrittenBeforeAnybodyLooks) {
  EXPECT_EQ(ignored("std::error_code ec; co_await load(ec); co_await load(ec); "
                    "log(ec);"),
            "redirected ec overwritten");
  EXPECT_EQ(ignored("std::error_code ec; co_await load(ec); ec.clear(); "
                    "log(ec);"),
            "redirected ec overwritten");
  EXPECT_EQ(ignored("auto ec = co_await flush(); ec = co_await flush(); "
                    "if (ec) co_return;"),
            "variable ec overwritten");
  EXPECT_EQ(ignored("auto ec = co_await flush(); if (c) "
                    "ec = co_await flush(); log(ec);"),
            "");
  EXPECT_EQ(ignored("std::error_code ec; if (c) co_await load(ec); else "
                    "co_await load(ec); log(ec);"),
            "");
}

TEST(IgnoredResults, AreLookedAtInTheNextTurn) {
  EXPECT_EQ(ignored("std::error_code ec; while (!ec) co_await load(ec);"), "");
  EXPECT_EQ(ignored("std::error_code ec; for (;;) { if (ec) break; "
                    "co_await load(ec); }"),
            "");
  EXPECT_EQ(ignored("for (;;) { std::error_code ec; if (ec) break; "
                    "co_await load(ec); }"),
            "redirected ec endlessly");
  EXPECT_EQ(ignored("std::error_code ec; do co_await load(ec); while (!ec);"),
            "");
}

TEST(IgnoredResults, AreLookedAtInHandlers) {
  EXPECT_EQ(ignored("std::error_code ec; try { co_await load(ec); call(); } "
                    "catch (...) { log(ec); }"),
            "");
}

TEST(IgnoredResults, MayBeTheLastThingThatIsDone) {
  EXPECT_EQ(ignoredAtEnd("co_await flush();"), "discarded at last");
  EXPECT_EQ(ignoredAtEnd("co_await flush(); co_return;"), "discarded at last");
  EXPECT_EQ(ignoredAtEnd("co_await flush(); socket s; s.close();"),
            "discarded at last");
  EXPECT_EQ(ignoredAtEnd("while (c) { co_await flush(); break; }"),
            "discarded at last");
  EXPECT_EQ(ignoredAtEnd("while (c) { co_await flush(); call(); }"),
            "discarded");
  EXPECT_EQ(
      ignoredAtEnd("std::error_code ec; while (c) { co_await load(ec); if "
                   "(ec) break; co_await load(ec); break; }"),
      "redirected ec at last");
}

} // namespace
