// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The frame of a member coroutine has the address of its object, no more.
#include "Inputs/task.h"
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

co::task<void> wait();

class client {
public:
  co::task<int> ask() {
    co_await wait();
    co_return asked_++;
  }
  co::task<int> askTwice() { co_return co_await ask() + co_await ask(); }
  co::task<int> forward() { return ask(); }
  co::task<int> unseen();
  int asked() const { return asked_; }

  co::task<int> idle() {
    co_await wait();
    co_return 0;
  }
  static co::task<int> common() {
    co_await wait();
    co_return 0;
  }
  co::task<int> copied() const { return later(asked_); }
  co::task<int> unseenOnce() &&;

private:
  static co::task<int> later(int value) {
    co_await wait();
    co_return value;
  }
  int asked_ = 0;
};
client makeClient();
struct pool {
  client first;
  std::vector<client> others;
};

// Bad.

co::task<int> ofATemporary() {
  auto asking = client{}.ask();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'client::ask' refers to a temporary 'client', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+3]]:32: note: 'asking' is awaited here
// CHECK-MESSAGES: :[[@LINE-37]]:15: note: the object is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:17: note: instead: co_await it in the same statement, or keep the object in a variable that lives longer
  co_return co_await std::move(asking);
}

co::task<int> ofAResult() {
  auto asking = makeClient().askTwice();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the task from 'client::askTwice' refers to a temporary 'client', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(asking);
}

co::task<int> ofALocal() {
  client c;
  return c.ask();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::ask' refers to 'c', which dies when 'ofALocal' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-52]]:15: note: the object is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'ofALocal' a coroutine and co_await it, or keep the object in a variable that lives longer
}

co::task<int> ofAParameter(client c) { return c.ask(); }
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: the task from 'client::ask' refers to 'c', which dies when 'ofAParameter' returns [async-dangling-argument]

co::task<int> throughAnotherMethod() {
  client c;
  return c.forward();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::forward' refers to 'c', which dies when 'throughAnotherMethod' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-63]]:15: note: the object is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'throughAnotherMethod' a coroutine and co_await it, or keep the object in a variable that lives longer
}

co::task<int> withoutABody() {
  client c;
  return c.unseen();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::unseen' refers to 'c', which dies when 'withoutABody' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:10: note: instead: make 'withoutABody' a coroutine and co_await it, or keep the object in a variable that lives longer
}

co::task<int> ofAMember() {
  pool p;
  return p.first.ask();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::ask' refers to 'p', which dies when 'ofAMember' returns [async-dangling-argument]
}

co::task<int> ofAnElement() {
  std::vector<client> clients(3);
  return clients[1].ask();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::ask' refers to 'clients', which dies when 'ofAnElement' returns [async-dangling-argument]
}

co::task<int> ofAPointer() {
  auto c = std::make_unique<client>();
  return (*c).ask();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::ask' refers to 'c', which dies when 'ofAPointer' returns [async-dangling-argument]
}

co::task<int> ofAnOptional() {
  std::optional<client> c;
  c.emplace();
  return c.value().ask();
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'client::ask' refers to 'c', which dies when 'ofAnOptional' returns [async-dangling-argument]
}

co::task<int> ofAnInnerScope() {
  std::optional<co::task<int>> asking;
  {
    client c;
    asking.emplace(c.ask());
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'client::ask' refers to 'c', which dies before 'asking' is used [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:33: note: 'asking' is awaited here
// CHECK-MESSAGES: :[[@LINE-106]]:15: note: the object is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:20: note: instead: co_await it before that, or keep the object in a variable that lives longer
  }
  co_return co_await std::move(*asking);
}

struct functor {
  int value = 0;
  co::task<int> operator()() const {
    co_await wait();
    co_return value;
  }
};
co::task<int> called() {
  auto calling = functor{1}();
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'functor::operator()' refers to a temporary 'functor', which dies at the end of this statement [async-dangling-argument]
  co_return co_await std::move(calling);
}

// Good.

co::task<int> awaitedAtOnce() { co_return co_await client{}.ask() + co_await makeClient().forward(); }

co::task<int> ofAnObjectThatLives() {
  client c;
  auto asking = c.ask();
  co_return co_await std::move(asking) + c.asked();
}

co::task<int> ofSomebodyElse(client &c, client *p, pool &all) {
  if (p)
    return p->ask();
  return c.asked() ? c.ask() : all.others[0].ask();
}

co::task<int> withoutTheObject() {
  auto idling = client{}.idle();
  auto common = client{}.common();
  auto copied = makeClient().copied();
  auto once = makeClient().unseenOnce();
  int sum = co_await std::move(idling) + co_await std::move(common);
  co_return sum + co_await std::move(copied) + co_await std::move(once);
}

co::task<int> ofAStatic() {
  static client c;
  return c.ask();
}

class server {
public:
  co::task<int> run() { return client_.ask(); }
  co::task<int> runAll() {
    std::vector<co::task<int>> asking;
    for (client &c : pool_.others)
      asking.push_back(c.ask());
    int sum = 0;
    for (auto &each : asking)
      sum += co_await std::move(each);
    co_return sum;
  }

private:
  client client_;
  pool pool_;
};
