// RUN: %check %s '--checks=-*,async-unbounded-*' --rules=%S/Inputs/jobs.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rules say what starts tasks, and what bounds their number.
#include "Inputs/fan_out.h"

namespace jobs {
void run(own::lazy<> work);
own::lazy<> turn();
own::lazy<> forEach(const std::vector<std::string> &range, own::lazy<> (*make)(std::string));
own::lazy<> forEachOf(const std::vector<std::string> &range, int limit, own::lazy<> (*make)(std::string));
void apply(const std::vector<std::string> &range, void (*f)(const std::string &));
struct peers {
  own::lazy<own::connection> next();
};
} // namespace jobs

own::lazy<> serve(own::connection peer);

own::lazy<> runs(std::vector<std::string> links) {
  for (const std::string &link : links)
    jobs::run(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'runs' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  for (const std::string &link : links) {
    co_await jobs::turn();
    jobs::run(work(link));
  }
}

own::lazy<> gathers(std::vector<std::string> links) {
  co_await jobs::forEach(links, work);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: coroutine 'gathers' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_await jobs::forEachOf(links, 20, work);
}

void applies(std::vector<std::string> links) {
  jobs::apply(links, [](const std::string &link) { jobs::run(work(link)); });
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'applies' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  jobs::apply({"a", "b"}, [](const std::string &link) { jobs::run(work(link)); });
}

own::lazy<> accepts(jobs::peers &peers) {
  for (;;)
    jobs::run(serve(co_await peers.next()));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'accepts' starts 'serve' for every connection that 'jobs::peers::next' gives: nothing limits how many there are at once [async-unbounded-accept-loop]
}
