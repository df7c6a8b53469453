// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %unit-tests HeldLocks
#include "flow/HeldLocks.h"
#include "Parsed.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>

using namespace asynctidy;
using namespace clang;

namespace {

/// The locks that a coroutine with that body holds while it is suspended, each
/// with the number of places: "l 1, m 2".
std::string held(llvm::StringRef Body) {
  Parsed Code(("#include <mutex>\n#include <optional>\n"
               "own::lazy<> wait();\nbool cond();\nstd::mutex m, n;\n"
               "std::unique_lock<std::mutex> made();\n"
               "own::lazy<> f(bool c) {" +
               Body + "}")
                  .str());
  std::vector<std::string> Locks;
  for (const HeldLock &Lock :
       locksHeldAcrossSuspensions(Code.function("f"), Code.model()))
    Locks.push_back((Lock.Name ? Lock.Name->getNameAsString() : "temporary") +
                    " " + std::to_string(Lock.Suspensions.size()));
  return llvm::join(Locks, ", ");
}

TEST(HeldLocks, AreHeldToTheEndOfTheirScope) {
  EXPECT_EQ(held("std::lock_guard l(m); co_await wait(); co_await wait();"),
            "l 2");
  EXPECT_EQ(held("{ std::lock_guard l(m); } co_await wait();"), "");
  EXPECT_EQ(held("for (;;) { co_await wait(); std::lock_guard l(m); }"), "");
  EXPECT_EQ(held("for (;;) { std::lock_guard l(m); co_await wait(); }"), "l 1");
}

TEST(HeldLocks, FollowTheStateOfGuards) {
  EXPECT_EQ(held("std::unique_lock l(m, std::defer_lock); co_await wait();"),
            "");
  EXPECT_EQ(
      held("std::unique_lock l(m); l.unlock(); co_await wait(); l.lock(); "
           "co_await wait();"),
      "l 1");
  EXPECT_EQ(held("auto l = made(); auto k = std::move(l); co_await wait();"),
            "l 1");
  EXPECT_EQ(held("std::optional<std::lock_guard<std::mutex>> l; l.emplace(m); "
                 "co_await wait(); l.reset(); co_await wait();"),
            "l 1");
}

TEST(HeldLocks, FollowLocksWithoutGuards) {
  EXPECT_EQ(held("m.lock(); co_await wait(); m.unlock(); co_await wait();"),
            "m 1");
  EXPECT_EQ(held("if (m.try_lock()) { co_await wait(); m.unlock(); } else "
                 "co_await wait();"),
            "m 1");
}

TEST(HeldLocks, BelieveNoWayThatBranchesContradict) {
  EXPECT_EQ(held("std::unique_lock l(m, std::defer_lock); if (c) l.lock(); if "
                 "(!c) co_await wait();"),
            "");
  EXPECT_EQ(held("std::unique_lock l(m, std::defer_lock); if (c) l.lock(); if "
                 "(c) co_await wait();"),
            "l 1");
}

TEST(HeldLocks, KnowTemporaries) {
  EXPECT_EQ(held("std::lock_guard(m), co_await wait();"), "temporary 1");
  EXPECT_EQ(held("std::lock_guard{m}; co_await wait();"), "");
}

} // namespace
