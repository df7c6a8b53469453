// RUN: %check %s '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A server that starts a task for each connection.
#include "Inputs/fan_out.h"

own::lazy<> serve(own::connection peer);
own::lazy<> refuse(own::connection peer);
own::lazy<> serveWith(own::connection peer, own::semaphore::units held);
own::lazy<> serveLast();
constexpr int most = 100;

class acceptor {
public:
  own::lazy<> async_accept(own::connection &peer);
  own::connection accept();
};

own::lazy<> forEver(own::listener &port) {
  for (;;) {
    own::connection peer = co_await port.accept();
    own::spawn(serve(std::move(peer)));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'forEver' starts 'serve' for every connection that 'own::listener::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: let as many workers as are wanted take one after the other, or wait for a place before each start
  }
}

own::lazy<> atOnce(own::listener &port) {
  while (true)
    own::spawn(serve(co_await port.accept()));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'atOnce' starts 'serve' for every connection that 'own::listener::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
}

own::lazy<> filled(acceptor &port, own::scope &all) {
  for (;;) {
    own::connection peer;
    co_await port.async_accept(peer);
    all.spawn(serve(std::move(peer)));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: coroutine 'filled' starts 'serve' for every connection that 'acceptor::async_accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

own::lazy<> elsewhere(own::listener &port, const bool &stopped) {
  while (!stopped) {
    co_await port.accept();
    own::spawn(serveLast());
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'elsewhere' starts 'serveLast' for every connection that 'own::listener::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

void onThread(acceptor &port) {
  for (;;) {
    auto peer = port.accept();
    own::spawn(serve(peer));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'onThread' starts 'serve' for every connection that 'acceptor::accept' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
  }
}

void attend(own::connection peer) { own::spawn(serve(peer)); }

own::lazy<> helped(own::listener &port) {
  for (;;)
    attend(co_await port.accept());
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'helped' calls 'attend' for every connection that 'own::listener::accept' gives, which starts 'serve': nothing limits how many there are at once [async-unbounded-accept-loop]
}

own::lazy<> serveInTurn(own::connection peer, own::semaphore &places) {
  auto held = co_await places.get_units(1);
  co_await serve(std::move(peer));
}

own::lazy<> limitedInside(own::listener &port, own::semaphore &places) {
  for (;;) {
    auto peer = co_await port.accept();
    own::spawn(serveInTurn(std::move(peer), places));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'limitedInside' starts 'serveInTurn' for every connection that 'own::listener::accept' gives: what 'serveInTurn' waits for limits how many work at once, not how many there are [async-unbounded-accept-loop]
// CHECK-MESSAGES: :68:15: note: the task is there already when it waits here
  }
}

// Something limits the connections.

own::lazy<> withPermit(own::listener &port, own::semaphore &places) {
  for (;;) {
    auto held = co_await places.get_units(1);
    auto peer = co_await port.accept();
    own::spawn(serveWith(std::move(peer), std::move(held)));
  }
}

own::lazy<> permitAfterwards(own::listener &port, own::semaphore &places) {
  for (;;) {
    auto peer = co_await port.accept();
    own::spawn(serveWith(std::move(peer), co_await places.get_units(1)));
  }
}

own::lazy<> counted(own::listener &port, int &connections) {
  for (;;) {
    auto peer = co_await port.accept();
    if (connections >= most) {
      co_await refuse(std::move(peer));
      continue;
    }
    ++connections;
    own::spawn(serve(std::move(peer)));
  }
}

own::lazy<> countedAndClosed(own::listener &port, std::vector<int> &sessions) {
  for (;;) {
    auto peer = co_await port.accept();
    if (sessions.size() < most)
      own::spawn(serve(std::move(peer)));
  }
}

own::lazy<> oneByOne(own::listener &port) {
  for (;;) {
    auto peer = co_await port.accept();
    co_await serve(std::move(peer));
  }
}

own::lazy<> onlyTwo(own::listener &port) {
  for (int i = 0; i < 2; ++i) {
    auto peer = co_await port.accept();
    own::spawn(serve(std::move(peer)));
  }
}

own::lazy<> once(own::listener &port) {
  auto peer = co_await port.accept();
  own::spawn(serve(std::move(peer)));
}
