// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

using namespace std::chrono_literals;
using tide::task;
using tide::testing::run_within;

namespace {

std::string log; // of the fixture below

class database : public tide::testing::fixture {
public:
  task<> set_up() override {
    co_await tide::sleep_for(1s);
    log += "set up, ";
  }
  task<> tear_down() override {
    co_await tide::sleep_for(1s);
    log += "torn down";
  }
  task<int> count() { co_return 7; }
};

TEST(run_within, gives_the_result) {
  auto work = []() -> task<int> { co_return 7; };
  EXPECT_EQ(run_within(work(), 1s), 7);
}

TEST(run_within, ends_work_that_takes_too_long) {
  auto work = []() -> task<> { co_await tide::sleep_for(1h); };
  EXPECT_THROW(run_within(work(), 59min), tide::timeout_error);
}

TEST(with_fixture, runs_the_body_between_set_up_and_tear_down) {
  log.clear();
  auto body = [](database &db) -> task<int> {
    log += "ran, ";
    co_return co_await db.count();
  };
  EXPECT_EQ(run_within(tide::testing::with_fixture<database>(body), 1min), 7);
  EXPECT_EQ(log, "set up, ran, torn down");
}

TEST(with_fixture, tears_down_after_a_failure) {
  log.clear();
  auto body = [](database &) -> task<> {
    throw std::runtime_error("broken");
    co_return;
  };
  EXPECT_THROW(run_within(tide::testing::with_fixture<database>(body), 1min),
               std::runtime_error);
  EXPECT_EQ(log, "set up, torn down");
}

TEST(with_fixture, tears_down_after_a_timeout) {
  log.clear();
  auto body = [](database &) -> task<> { co_await tide::sleep_for(1h); };
  EXPECT_THROW(run_within(tide::testing::with_fixture<database>(body), 10s),
               tide::timeout_error);
  EXPECT_EQ(log, "set up, torn down");
}

} // namespace
