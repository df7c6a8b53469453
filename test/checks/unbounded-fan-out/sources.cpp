// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops without an end: what they receive, and what they only wait for.
#include "Inputs/fan_out.h"

struct clock_face {
  own::lazy<int> tick();
};
struct signals {
  own::lazy<int> wait();
};
struct socket {
  own::lazy<std::size_t> read_some(char *buffer, std::size_t size);
  own::lazy<> receive(std::string &message);
};

own::lazy<> workAt(int time);
own::lazy<> reload();

own::lazy<> assigned(own::source<std::string> &links) {
  std::optional<std::string> link;
  while ((link = co_await links.next()))
    own::spawn(work(*link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'assigned' starts 'work' for every result of 'own::source::next': nothing limits how many there are at once [async-unbounded-fan-out]
}

own::lazy<> derived(own::source<std::string> &links) {
  for (;;) {
    auto link = co_await links.next();
    if (!link)
      co_return;
    std::string whole = "https://" + *link;
    own::spawn(work(whole));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'derived' starts 'work' for every result of 'own::source::next': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

own::lazy<> filled(socket &peer) {
  for (;;) {
    std::string message;
    co_await peer.receive(message);
    own::spawn(work(message));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'filled' starts 'work' for every result of 'socket::receive': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

own::lazy<> doWhile(own::source<std::string> &links) {
  std::optional<std::string> link;
  do {
    link = co_await links.next();
    if (link)
      own::spawn(work(*link));
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: coroutine 'doWhile' starts 'work' for every result of 'own::source::next': nothing limits how many there are at once [async-unbounded-fan-out]
  } while (link);
}

// The first one only.
own::lazy<> first(own::source<std::string> &links) {
  while (auto link = co_await links.next()) {
    own::spawn(work(*link));
    break;
  }
}

// Now and then.

own::lazy<> periodic() {
  for (;;) {
    co_await own::sleep(1000);
    own::spawn(reload());
  }
}

own::lazy<> ticking(clock_face &clock) {
  for (;;) {
    int now = co_await clock.tick();
    own::spawn(workAt(now));
  }
}

own::lazy<> signalled(signals &all) {
  while (co_await all.wait() == 1)
    own::spawn(reload());
}

own::lazy<> untilStopped(const bool &stopped) {
  while (!stopped) {
    own::spawn(reload());
    co_await own::sleep(1000);
  }
}
