// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Iterators and buffers read a stream as its operators do: from the disk if it
// is a file.
#include "Inputs/task.h"
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

co::task<std::string> ofAFile(std::ifstream file) {
  std::string all((std::istreambuf_iterator<char>(file)), {});
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: constructing 'std::istreambuf_iterator' blocks the thread in coroutine 'ofAFile': it reads from a file [async-blocking-call]
  std::istream_iterator<int> numbers(file);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: constructing 'std::istream_iterator' blocks the thread in coroutine 'ofAFile': it reads from a file [async-blocking-call]
  std::ostringstream copy;
  copy << file.rdbuf();
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: call to 'std::ostringstream::operator<<' blocks the thread in coroutine 'ofAFile': it reads from a file [async-blocking-call]
  co_return all;
}

co::task<std::string> ofMemory(std::stringstream text, std::istream &any) {
  std::string all((std::istreambuf_iterator<char>(text)), {});
  std::string more((std::istreambuf_iterator<char>(any)), {});
  std::istream_iterator<int> numbers(text), end;
  std::ostringstream copy;
  copy << text.rdbuf() << any.rdbuf();
  co_return all;
}
