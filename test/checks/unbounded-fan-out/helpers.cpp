// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that the loop calls starts the task, or keeps the number down.
#include "Inputs/fan_out.h"

void enqueue(std::string link) { own::spawn(work(std::move(link))); }
void enqueueDeeper(const std::string &link) { enqueue(link + "/"); }
own::lazy<> enqueueLater(std::string link, own::gate &places) {
  co_await places.acquire();
  own::spawn(work(link));
}
own::lazy<> enqueueNow(std::string link) {
  own::spawn(work(link));
  co_return;
}
own::lazy<> both(std::string link) {
  own::scope all;
  all.spawn(work(link));
  all.spawn(work(link + ".bak"));
  co_await all.join();
}

own::lazy<> calls(std::vector<std::string> links) {
  for (const std::string &link : links)
    enqueue(link);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'calls' calls 'enqueue' for every element of 'links', which starts 'work': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :6:34: note: 'work' is started here
  co_return;
}

own::lazy<> callsDeeper(std::vector<std::string> links) {
  for (const std::string &link : links)
    enqueueDeeper(link);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'callsDeeper' calls 'enqueueDeeper' for every element of 'links', which starts 'work': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

own::lazy<> awaits(std::vector<std::string> links) {
  for (const std::string &link : links)
    co_await enqueueNow(link);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: coroutine 'awaits' calls 'enqueueNow' for every element of 'links', which starts 'work': nothing limits how many there are at once [async-unbounded-fan-out]
}

own::lazy<> bounded(std::vector<std::string> links, own::gate &places) {
  for (const std::string &link : links)
    co_await enqueueLater(link, places);
  for (const std::string &link : links)
    co_await both(link);
  for (int i = 0; i < 3; ++i)
    enqueue(links[i]);
}

class pump {
public:
  void start() { own::spawn(run()); }

private:
  own::lazy<> run();
};

// Those that there are, each once.
void startAll(std::vector<pump> &pumps) {
  for (pump &each : pumps)
    each.start();
}

class feeder {
public:
  void start(std::string link) { own::spawn(work(std::move(link))); }
};

// Each of them gets one.
void feedAll(std::vector<feeder> &feeders, std::vector<std::string> links) {
  for (std::size_t i = 0; i < feeders.size(); ++i)
    feeders[i].start(links[i]);
  for (std::size_t i = 0; i < feeders.size(); ++i)
    feeders.at(i).start(links[i]);
}

void feed(feeder &one, std::vector<std::string> links) {
  for (std::size_t i = 0; i < links.size(); ++i)
    one.start(links[i]);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'feed' calls 'feeder::start' for every element of 'links', which starts 'work': nothing limits how many there are at once [async-unbounded-fan-out]
}
