// RUN: %check %s --args=-I%S/../../runtime '--checks=async-*,-async-skipped-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat server on tide: its loop has one thread, so a coroutine stays in it. Whatever
// else the loop runs does, too.
#include <tide/tide.h>

#include <cerrno>
#include <chrono>
#include <iostream>
#include <map>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

// Whose message is being handled, for the log.
thread_local std::string speaker;
thread_local int depth = 0;
thread_local char scratch[512];
std::map<std::thread::id, int> handled;

void log(const std::string &text) { std::clog << speaker << ": " << text << "\n"; }
tide::task<> deliver(std::string text);

// What people write.

tide::task<> handle(std::string name, std::string text) {
  speaker = name;
  co_await deliver(text);
  std::clog << speaker << " was delivered\n";
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: thread-local 'speaker' was set before coroutine 'handle' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: instead: keep it in a variable of the coroutine
}

tide::task<> hangUp(int descriptor) {
  if (::shutdown(descriptor, SHUT_WR) != 0) {
    co_await deliver("not shut down");
    if (errno != ENOTCONN)
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'errno' was set before coroutine 'hangUp' was suspended: what ran since may have set it [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: copy it into a variable before the suspension
      log("not shut down");
  }
}

tide::async_generator<std::string> words(std::string name) {
  speaker = name;
  co_yield "hello";
  co_yield speaker;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: thread-local 'speaker' was set before coroutine 'words' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_yield'
// CHECK-MESSAGES: :[[@LINE-4]]:12: note: instead: keep it in a variable of the coroutine
}

// It is the same thread.

tide::task<> counted(std::string text) {
  ++depth;
  co_await deliver(std::move(text));
  --depth;
}

tide::task<> buffered(std::string text) {
  char *buffer = &scratch[0];
  buffer[text.copy(buffer, sizeof(scratch) - 1)] = '\0';
  co_await tide::sleep_for(1ms);
  log(buffer);
}

tide::task<> perThread() {
  auto self = std::this_thread::get_id();
  co_await tide::sleep_for(1ms);
  ++handled[self];
}

// The coroutine's own.

tide::task<> handleByName(std::string name, std::string text) {
  speaker = name;
  log("delivering");
  co_await deliver(text);
  speaker = name;
  log("delivered");
}

tide::task<> hangUpAndTell(int descriptor) {
  if (::shutdown(descriptor, SHUT_WR) != 0) {
    int error = errno;
    co_await tide::sleep_for(10ms);
    if (error != ENOTCONN)
      log("not shut down");
  }
}
