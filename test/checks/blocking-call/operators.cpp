// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operators that read from a terminal or a file, and their like that do not.
#include "Inputs/task.h"
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>

co::task<> reads(std::ifstream &file) {
  int number;
  std::string word;
  std::cin >> number;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'std::istream::operator>>' blocks the thread in coroutine 'reads': it {{.*}} [async-blocking-call]
  std::cin >> word;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'std::operator>>' blocks the thread in coroutine 'reads': it {{.*}} [async-blocking-call]
  file >> word;
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'std::operator>>' blocks the thread in coroutine 'reads': it {{.*}} [async-blocking-call]
  std::getline(std::cin, word);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'std::getline' blocks the thread in coroutine 'reads': it {{.*}} [async-blocking-call]
  while (std::getline(file, word))
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'std::getline' blocks the thread in coroutine 'reads': it {{.*}} [async-blocking-call]
    co_await co::event();
}

struct register_file {
  int operator[](int) const { return usleep(10); }
  explicit operator bool() const { return usleep(10) == 0; }
  register_file &operator++() { return *this; }
};

co::task<> own(register_file r) {
  ++r;
  (void)r[3];
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: call to 'register_file::operator{{\[\]}}' blocks the thread in coroutine 'own': it reaches 'usleep', which {{.*}} [async-blocking-call]
  if (r)
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: call to 'register_file::operator{{.*bool}}' blocks the thread in coroutine 'own': it reaches 'usleep', which {{.*}} [async-blocking-call]
    co_return;
}

struct bits {
  bits operator>>(int) const;
  bits operator<<(int) const;
};

co::task<> fine(bits b, std::istream &unknown) {
  std::istringstream text("1 two");
  int number = 8 >> 1;
  std::string word;
  text >> number >> word;
  std::getline(text, word);
  unknown >> word;
  b >> 3;
  b << 3;
  std::ostringstream out;
  out << number << word;
  co_return;
}
