// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/seastar
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key-value store on Seastar: a function that returns a future has begun what it is
// for, so a try or a guard around the call may be meant for that. Nothing is told.
#include <map>
#include <seastar/core/coroutine.hh>
#include <seastar/core/future.hh>
#include <seastar/core/semaphore.hh>
#include <stdexcept>
#include <string>
#include <utility>

using seastar::future;

future<std::string> load(std::string key);
future<> store(std::string key, std::string value);
void check(const std::string &key);

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name);
  ~ScopedTimer();
};

future<std::string> tried(std::string key) {
  try {
    return load(std::move(key));
  } catch (const std::exception &) {
    return seastar::make_ready_future<std::string>(std::string());
  }
}

future<std::string> checked(std::string key) {
  try {
    check(key);
    return load(std::move(key));
  } catch (...) {
    return seastar::make_ready_future<std::string>(std::string());
  }
}

future<std::string> timed(std::string key) {
  ScopedTimer timer("load");
  return load(std::move(key));
}

future<> chosen(std::string key, std::string value, bool twice) {
  ScopedTimer timer("store");
  return twice ? store(key, value + value) : store(key, value);
}

future<std::string> awaited(std::string key) {
  ScopedTimer timer("load");
  try {
    co_return co_await load(std::move(key));
  } catch (const std::exception &) {
    co_return std::string();
  }
}

future<std::string> underUnits(seastar::semaphore &slots, std::string key) {
  auto units = co_await seastar::get_units(slots, 1);
  co_return co_await load(std::move(key));
}
