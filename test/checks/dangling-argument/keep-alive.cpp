// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What somebody else keeps alive does not die with the pointer to it.
#include "Inputs/task.h"
#include <memory>
#include <string>
#include <utility>

co::task<void> wait();

class session : public std::enable_shared_from_this<session> {
public:
  co::task<int> run() {
    co_await wait();
    co_return ++count_;
  }
  co::task<int> runSafely() {
    auto self = shared_from_this();
    co_await wait();
    co_return ++self->count_;
  }
  static co::task<int> runShared(std::shared_ptr<session> self) {
    co_await wait();
    co_return ++self->count_;
  }
  co::task<int> start() { return runShared(shared_from_this()); }

private:
  int count_ = 0;
};
std::shared_ptr<session> find();
co::task<int> use(const std::shared_ptr<session> &s) {
  co_await wait();
  co_return co_await s->run();
}
co::task<int> useCopy(std::shared_ptr<session> s) {
  co_await wait();
  co_return co_await s->run();
}
co::task<int> useReference(session &s) {
  co_await wait();
  co_return co_await s.run();
}

// A reference to the pointer keeps nothing alive.
co::task<int> referenceToThePointer() {
  auto waiting = use(find());
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'use' refers to a temporary 'std::shared_ptr', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'waiting' is awaited here
// CHECK-MESSAGES: :[[@LINE-16]]:22: note: 's' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:22: note: instead: co_await it in the same statement, or let 'use' take it by value
  co_return co_await std::move(waiting);
}
co::task<int> referenceToALocalPointer() {
  auto s = std::make_shared<session>();
  return use(s);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'use' refers to 's', which dies when 'referenceToALocalPointer' returns [async-dangling-argument]
}

// Others may have the session, too.
co::task<int> ofAShared(std::shared_ptr<session> s) { return s->run(); }
co::task<int> ofTheShared(std::shared_ptr<session> s) { return useReference(*s); }
co::task<int> found() {
  auto s = find();
  return s->run();
}
co::task<int> foundAtOnce() { return find()->run(); }
co::task<int> keptOfATemporary() {
  auto running = find()->run();
  co_return co_await std::move(running);
}

co::task<int> started() { return find()->start(); }
co::task<int> copiedPointer() {
  auto s = find();
  return useCopy(s);
}
co::task<int> staticMethod() { return session::runShared(std::make_shared<session>()); }

// Its owner is moved into another place.
struct owner {
  std::unique_ptr<session> kept;
  co::task<int> keep(std::unique_ptr<session> s) {
    auto running = s->run();
    kept = std::move(s);
    return running;
  }
};
