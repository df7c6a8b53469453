// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name lookup asks a server, unless it is told that the name is a number.
#include "Inputs/task.h"
#include <netdb.h>
#include <sys/socket.h>

co::task<> asks(const char *host, addrinfo **found) {
  getaddrinfo(host, "80", nullptr, found);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'getaddrinfo' blocks the thread in coroutine 'asks': it {{.*}} [async-blocking-call]
  gethostbyname(host);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'gethostbyname' blocks the thread in coroutine 'asks': it {{.*}} [async-blocking-call]
  co_return;
}

co::task<> numeric(const char *host, addrinfo **found) {
  addrinfo hints = {};
  hints.ai_flags = AI_NUMERICHOST;
  getaddrinfo(host, "80", &hints, found);
  co_return;
}

co::task<> backwards(const sockaddr *address, socklen_t size, char *text) {
  getnameinfo(address, size, text, 64, nullptr, 0, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'getnameinfo' blocks the thread in coroutine 'backwards': it {{.*}} [async-blocking-call]
  getnameinfo(address, size, text, 64, nullptr, 0, NI_NUMERICHOST);
  co_return;
}

// Printing the answer as a number does not make the question one.
co::task<> asksAndPrints(const char *host, addrinfo **found, char *text) {
  getaddrinfo(host, "80", nullptr, found);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'getaddrinfo' blocks the thread in coroutine 'asksAndPrints': it {{.*}} [async-blocking-call]
  getnameinfo((*found)->ai_addr, (*found)->ai_addrlen, text, 64, nullptr, 0,
              NI_NUMERICHOST);
  co_return;
}
