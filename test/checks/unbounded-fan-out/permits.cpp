// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A place is waited for before each start, or seems to be.
#include "Inputs/fan_out.h"

#include <semaphore>

own::lazy<> workWith(std::string item, own::semaphore::units held);
own::lazy<> record(std::string item);
own::lazy<> workAndRelease(std::string item, own::gate &places);
void note(std::string item);

own::lazy<> moved(std::vector<std::string> links, own::semaphore &places) {
  for (const std::string &link : links) {
    auto held = co_await places.get_units(1);
    own::spawn(workWith(link, std::move(held)));
  }
}

own::lazy<> given(std::vector<std::string> links, own::semaphore &places) {
  for (const std::string &link : links)
    own::spawn(workWith(link, co_await places.get_units(1)));
}

own::lazy<> captured(std::vector<std::string> links, own::semaphore &places) {
  for (const std::string &link : links) {
    auto held = co_await places.get_units(1);
    own::spawn([](std::string link, auto held) -> own::lazy<> { co_await work(link); }(link, std::move(held)));
  }
}

own::lazy<> byHand(std::vector<std::string> links, own::gate &places) {
  for (const std::string &link : links) {
    co_await places.acquire();
    own::spawn(workAndRelease(link, places));
  }
}

own::lazy<> blocking(std::vector<std::string> links, std::counting_semaphore<8> &places) {
  for (const std::string &link : links) {
    places.acquire();
    own::spawn(work(link));
  }
  co_return;
}

own::lazy<> received(own::source<std::string> &links, own::gate &places) {
  while (auto link = co_await links.next()) {
    co_await places.acquire();
    own::spawn(workAndRelease(*link, places));
  }
}

// Given back before the task has begun.

own::lazy<> dropped(std::vector<std::string> links, own::semaphore &places) {
  for (const std::string &link : links) {
    co_await places.get_units(1);
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'dropped' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: the permit from here is given back before the task is done, and so limits nothing
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let as many workers as are wanted take one after the other, or wait for a place before each start
  }
}

own::lazy<> heldForTheIteration(std::vector<std::string> links, own::semaphore &places) {
  for (const std::string &link : links) {
    auto held = co_await places.get_units(1);
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'heldForTheIteration' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: the permit from here is given back before the task is done, and so limits nothing
  }
}

own::lazy<> locked(std::vector<std::string> links, own::mutex &mutex) {
  for (const std::string &link : links) {
    auto lock = co_await mutex.scoped_lock();
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'locked' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

// On one way only.

own::lazy<> onSomePath(std::vector<std::string> links, own::gate &places) {
  for (const std::string &link : links) {
    if (link.starts_with("http:"))
      co_await places.acquire();
    own::spawn(workAndRelease(link, places));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'onSomePath' starts 'workAndRelease' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}

own::lazy<> before(std::vector<std::string> links, own::gate &places) {
  co_await places.acquire();
  for (const std::string &link : links)
    own::spawn(workAndRelease(link, places));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'before' starts 'workAndRelease' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
}

// Whatever is awaited may be the bound, unless its body shows that it is none.

own::lazy<> unknown(std::vector<std::string> links) {
  for (const std::string &link : links) {
    co_await record(link);
    own::spawn(work(link));
  }
}

own::lazy<> count(std::string item) {
  note(item);
  co_return;
}
own::lazy<> waitForPlace(own::gate &places) { co_await places.acquire(); }
void waitHere(std::counting_semaphore<8> &places) { places.acquire(); }

own::lazy<> helpers(std::vector<std::string> links, own::gate &places, std::counting_semaphore<8> &more) {
  for (const std::string &link : links) {
    co_await waitForPlace(places);
    own::spawn(workAndRelease(link, places));
  }
  for (const std::string &link : links) {
    waitHere(more);
    own::spawn(work(link));
  }
  for (const std::string &link : links) {
    co_await count(link);
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'helpers' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  }
}
