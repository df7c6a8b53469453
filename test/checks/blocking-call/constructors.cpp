// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A constructor that blocks: opening a file.
#include "Inputs/task.h"
#include <fstream>
#include <sstream>
#include <string>

co::task<> opens(std::string path) {
  std::ifstream in(path);
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: constructing 'std::ifstream' blocks the thread in coroutine 'opens': it {{.*}} [async-blocking-call]
  std::ofstream out{path, std::ios::app};
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: constructing 'std::ofstream' blocks the thread in coroutine 'opens': it {{.*}} [async-blocking-call]
  std::fstream both(path.c_str(), std::ios::in | std::ios::out);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: constructing 'std::fstream' blocks the thread in coroutine 'opens': it {{.*}} [async-blocking-call]
  auto wide = std::wifstream(path);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: constructing 'std::wifstream' blocks the thread in coroutine 'opens': it {{.*}} [async-blocking-call]
  auto kept = std::make_unique<std::ifstream>(path);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: constructing 'std::{{(basic_)?}}ifstream' blocks the thread in coroutine 'opens': it {{.*}} [async-blocking-call]
  auto *raw = new std::ifstream(path);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: constructing 'std::ifstream' blocks the thread in coroutine 'opens': it {{.*}} [async-blocking-call]
  delete raw;
  co_return;
}

struct reader {
  std::ifstream file;
  explicit reader(const std::string &path) : file(path) {}
};

co::task<> opensAMember(std::string path) {
  reader r(path);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: constructing 'reader' blocks the thread in coroutine 'opensAMember': it reaches 'std::ifstream', which {{.*}} [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-6]]:{{[0-9]+}}: note: '{{.*}}reader' constructs 'std::ifstream' here
  co_return;
}

co::task<> fine(std::string path, std::ifstream given) {
  std::ifstream closed;
  std::ofstream never;
  std::ifstream moved(std::move(given));
  std::ifstream &same = moved;
  std::ifstream *none = nullptr;
  std::istringstream words(path);
  std::stringstream both(path);
  std::ostringstream text;
  text << same.is_open() << (none == nullptr);
  co_return;
}
