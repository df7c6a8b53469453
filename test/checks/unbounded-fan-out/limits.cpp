// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many there are is asked before the next one is started.
#include "Inputs/fan_out.h"

#include <atomic>
#include <future>

constexpr std::size_t most = 20;
own::lazy<> workAndCount(std::string item, int &running);
own::lazy<> changed(int &running);
namespace own {
std::future<void> launch(lazy<> work);
}

own::lazy<> batches(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  for (const std::string &link : links) {
    tasks.push_back(work(link));
    if (tasks.size() >= most) {
      co_await own::when_all(std::move(tasks));
      tasks.clear();
    }
  }
  co_await own::when_all(std::move(tasks));
}

own::lazy<> batchesOfEqualSize(std::vector<std::string> links, std::size_t size) {
  std::vector<own::lazy<>> tasks;
  for (const std::string &link : links) {
    if (tasks.size() == size) {
      co_await own::when_all(std::move(tasks));
      tasks.clear();
    }
    tasks.push_back(work(link));
  }
  co_await own::when_all(std::move(tasks));
}

own::lazy<> slices(std::vector<std::string> links) {
  for (std::size_t begin = 0; begin < links.size(); begin += most) {
    std::vector<own::lazy<>> tasks;
    std::size_t end = std::min(begin + most, links.size());
    for (std::size_t i = begin; i < end; ++i)
      tasks.push_back(work(links[i]));
    co_await own::when_all(std::move(tasks));
  }
}

std::vector<std::vector<std::string>> chunked(std::vector<std::string> all, std::size_t size);

own::lazy<> chunks(std::vector<std::string> links) {
  for (const auto &chunk : chunked(links, 20)) {
    std::vector<own::lazy<>> tasks;
    for (const std::string &link : chunk)
      tasks.push_back(work(link));
    co_await own::when_all(std::move(tasks));
  }
}

own::lazy<> counted(own::source<std::string> &links) {
  int running = 0;
  while (auto link = co_await links.next()) {
    while (running >= 20)
      co_await changed(running);
    ++running;
    own::spawn(workAndCount(*link, running));
  }
}

own::lazy<> countedByIf(std::vector<std::string> links, std::atomic<int> &running, int limit) {
  int dropped = 0;
  for (const std::string &link : links) {
    if (running < limit)
      own::spawn(work(link));
    else
      ++dropped;
  }
  co_return;
}

own::lazy<> everyTenth(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  for (std::size_t i = 0; i < links.size(); ++i) {
    tasks.push_back(work(links[i]));
    if (i % 10 == 9) {
      co_await own::when_all(std::move(tasks));
      tasks.clear();
    }
  }
}

own::lazy<> leaves(std::vector<std::string> links) {
  std::size_t started = 0;
  for (const std::string &link : links) {
    if (++started > most)
      break;
    own::spawn(work(link));
  }
  co_return;
}

class crawler {
public:
  own::lazy<> crawl(std::vector<std::string> links) {
    for (const std::string &link : links) {
      if (inflight_.size() >= most)
        co_await oneDone();
      inflight_.push_back(link);
      own::spawn(work(link));
    }
  }
  own::lazy<> crawlUnlessFull(std::vector<std::string> links) {
    for (const std::string &link : links) {
      while (isFull() && !links.empty())
        co_await oneDone();
      own::spawn(work(link));
    }
  }

private:
  own::lazy<> oneDone();
  bool isFull() const;
  std::vector<std::string> inflight_;
};

void blocking(std::vector<std::string> links) {
  std::vector<std::future<void>> running;
  for (const std::string &link : links) {
    if (running.size() >= most) {
      running.front().get();
      running.erase(running.begin());
    }
    running.push_back(own::launch(work(link)));
  }
}

// These ask about something else.

own::lazy<> skips(std::vector<std::string> links) {
  for (const std::string &link : links) {
    if (link.size() > 2000)
      continue;
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'skips' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  }
  co_return;
}

own::lazy<> leavesAtTheEnd(std::vector<std::string> links) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i] == "end")
      break;
    if (i == 0)
      continue;
    own::spawn(work(links[i]));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'leavesAtTheEnd' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  }
  co_return;
}

own::lazy<> asksAfterwards(std::vector<std::string> links) {
  std::vector<own::lazy<>> tasks;
  for (const std::string &link : links)
    tasks.push_back(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: coroutine 'asksAfterwards' collects 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  if (tasks.size() > most)
    co_await own::sleep(10);
  co_await own::when_all(std::move(tasks));
}
