// RUN: %check '--checks=-*,async-blocking-call' %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Test frameworks that are part of the project are not looked into, tests are.
#include "Inputs/task.h"
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace Catch {
bool isDebuggerActive() { return std::ifstream("/proc/self/status").good(); }
struct AssertionHandler {
  void handle(bool Holds) { Failed = !Holds; }
  void complete() {
    if (Failed && isDebuggerActive())
      std::cerr << "in a debugger" << std::endl;
  }
  bool Failed = false;
};
namespace Generators {
int next() { return usleep(1); }
} // namespace Generators
} // namespace Catch
#define REQUIRE(...)                                                           \
  do {                                                                         \
    Catch::AssertionHandler Handler;                                           \
    Handler.handle(static_cast<bool>(__VA_ARGS__));                            \
    Handler.complete();                                                        \
  } while (false)

namespace doctest::detail {
struct ResultBuilder {
  bool log() { return std::ifstream("/proc/self/status").good(); }
};
} // namespace doctest::detail
#define DOCTEST_CHECK(...)                                                     \
  do {                                                                         \
    doctest::detail::ResultBuilder Builder;                                    \
    if (!(__VA_ARGS__))                                                        \
      Builder.log();                                                           \
  } while (false)

namespace testing {
struct Message {};
namespace internal {
struct AssertHelper {
  void operator=(const Message &) const { sleep(1); }
};
} // namespace internal
} // namespace testing
#define EXPECT_TRUE(...)                                                       \
  if (!(__VA_ARGS__))                                                          \
  testing::internal::AssertHelper() = testing::Message()

namespace boost {
namespace debug {
bool under_debugger() { return std::ifstream("/proc/self/status").good(); }
} // namespace debug
namespace test_tools::tt_detail {
bool report_assertion(bool Holds) { return Holds || debug::under_debugger(); }
} // namespace test_tools::tt_detail
void report_assertion() { sleep(1); } // no part of Boost.Test
} // namespace boost
#define BOOST_TEST(...) boost::test_tools::tt_detail::report_assertion(__VA_ARGS__)

int answer() { return 42; }
int slowAnswer() { return static_cast<int>(sleep(1)); }

co::task<> test() {
  REQUIRE(answer() == 42);
  REQUIRE(Catch::Generators::next() == 0);
  DOCTEST_CHECK(answer() == 42);
  EXPECT_TRUE(answer() == 42);
  BOOST_TEST(answer() == 42);

  REQUIRE(slowAnswer() == 42);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slowAnswer' blocks the thread in coroutine 'test': it reaches 'sleep', which {{.*}} [async-blocking-call]
  DOCTEST_CHECK(slowAnswer() == 42);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slowAnswer' blocks {{.*}} [async-blocking-call]
  EXPECT_TRUE(slowAnswer() == 42);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slowAnswer' blocks {{.*}} [async-blocking-call]
  BOOST_TEST(slowAnswer() == 42);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'slowAnswer' blocks {{.*}} [async-blocking-call]
  boost::report_assertion();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'boost::report_assertion' blocks {{.*}} [async-blocking-call]
  co_return;
}
