// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls through pointers to members: whom they call is not known.
#include "Inputs/task.h"
#include <string>
#include <utility>

struct Sender {
  int sent = 0;
  void take(co::task<int>) {}
  co::task<int> send(const std::string &line) { co_return static_cast<int>(line.size()); }
};

co::task<int> throughPointers(Sender &sender) {
  Sender own;
  void (Sender::*take)(co::task<int>) = &Sender::take;
  co::task<int> (Sender::*send)(const std::string &) = &Sender::send;
  (own.*take)(own.send("one"));
  (sender.*take)((sender.*send)("two"));
  auto sending = (own.*send)("three");
  co_return co_await std::move(sending);
}
