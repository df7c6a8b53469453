// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code that has asked whether this thread runs the loop may block where it does
// not.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <unistd.h>

namespace asio = boost::asio;

asio::io_context loop;

void asksFirst() {
  if (loop.get_executor().running_in_this_thread())
    return;
  usleep(1);
}

void asksAndBranches() {
  if (!loop.get_executor().running_in_this_thread())
    usleep(1);
}

void answersWrongly() {
  if (loop.get_executor().running_in_this_thread())
    usleep(1);
}

void asksTooLate() {
  usleep(1);
  if (loop.get_executor().running_in_this_thread())
    return;
}

asio::awaitable<void> calls() {
  asksFirst();
  asksAndBranches();
  answersWrongly();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'answersWrongly' blocks the thread in coroutine 'calls': it reaches 'usleep', which {{.*}} [async-blocking-call]
  asksTooLate();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'asksTooLate' blocks the thread in coroutine 'calls': it reaches 'usleep', which {{.*}} [async-blocking-call]
  if (loop.get_executor().running_in_this_thread())
    usleep(1);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'usleep' blocks the thread in coroutine 'calls': it {{.*}} [async-blocking-call]
  else
    usleep(2);
  co_return;
}
