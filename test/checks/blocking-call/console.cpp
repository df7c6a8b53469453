// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Output to a terminal is silent by default; see console-contextual.cpp.
#include "Inputs/task.h"
#include <cstdio>
#include <iostream>
#include <string>

co::task<> prints(std::string name) {
  std::cout << "hello " << name << '\n';
  std::cerr << "hello " << name << std::endl;
  std::clog << 1 << std::flush;
  std::printf("hello\n");
  std::puts("hello");
  std::fprintf(stderr, "hello\n");
  co_return;
}

co::task<> asks(std::string &name) {
  std::cin >> name;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'std::operator>>' blocks the thread in coroutine 'asks': it {{.*}} [async-blocking-call]
  std::cin.get();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'std::istream::get' blocks the thread in coroutine 'asks': it {{.*}} [async-blocking-call]
  std::getchar();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'getchar' blocks the thread in coroutine 'asks': it {{.*}} [async-blocking-call]
  co_return;
}
