// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Scheduler.h"
#include <algorithm>

namespace asynctidy::editor {

Scheduler::Scheduler(Work Do) : Do(std::move(Do)), Thread([this] { loop(); }) {}

Scheduler::~Scheduler() {
  {
    std::lock_guard<std::mutex> Hold(Lock);
    IsOver = true;
  }
  Changed.notify_one();
  Thread.join();
}

void Scheduler::schedule(const std::string &Document, Clock::duration Delay) {
  {
    std::lock_guard<std::mutex> Hold(Lock);
    Due[Document] = Clock::now() + Delay;
  }
  Changed.notify_one();
}

bool Scheduler::isBusy() const {
  std::lock_guard<std::mutex> Hold(Lock);
  return IsBusy;
}

/// What is due first.
Scheduler::Queue::iterator Scheduler::next() {
  return std::min_element(
      Due.begin(), Due.end(),
      [](const auto &A, const auto &B) { return A.second < B.second; });
}

void Scheduler::loop() {
  std::unique_lock<std::mutex> Hold(Lock);
  while (!IsOver) {
    auto First = next();
    if (First == Due.end()) {
      Changed.wait(Hold);
      continue;
    }
    if (Clock::time_point When = First->second; Clock::now() < When) {
      Changed.wait_until(Hold, When); // a copy: it may be asked for again
      continue;
    }
    std::string Document = First->first;
    Due.erase(First);
    IsBusy = true;
    Hold.unlock();
    Do(Document);
    Hold.lock();
    IsBusy = false;
  }
}

} // namespace asynctidy::editor
