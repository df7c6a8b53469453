// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handle that goes elsewhere is somebody else's business; in a lambda that
// does nothing with it, it is nobody's.
#include <tide/tide.h>

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

tide::task<int> count();
void keep(tide::handle<int> work);
void look(const tide::handle<int> &work);
tide::handle<int> *current = nullptr;

void later(auto callback) { callback(); }

void onlyInACallback() {
  later([work = tide::spawn(count())] {});
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the handle from 'tide::spawn'{{.*}}: nobody sees the exception of a task whose handle is gone [async-dropped-task-handle]
}

void usedInACallback() {
  later([work = tide::spawn(count())]() mutable { work.cancel(); });
  auto other = tide::spawn(count());
  later([&other] { other.cancel(); });
  auto another = tide::spawn(count());
  later([another = std::move(another)]() mutable { keep(std::move(another)); });
}

class worker {
public:
  void start() {
    work_ = std::make_unique<tide::handle<int>>(tide::spawn(count()));
    all_.push_back(tide::spawn(count()));
    byName_.emplace("count", tide::spawn(count()));
  }
  void restart() { work_.reset(new tide::handle<int>(tide::spawn(count()))); }

private:
  std::unique_ptr<tide::handle<int>> work_;
  std::vector<tide::handle<int>> all_;
  std::map<std::string, tide::handle<int>> byName_;
};

struct session {
  session() : work(tide::spawn(count())) {}
  tide::handle<int> work;
};

struct job {
  int number;
  tide::handle<int> work;
};
job makeJob() { return {1, tide::spawn(count())}; }
job makeNamedJob() {
  job made{2, tide::spawn(count())};
  return made;
}

tide::task<int> throughOtherFunctions() {
  keep(tide::spawn(count()));
  auto work = tide::spawn(count());
  look(work);
  auto other = tide::spawn(count());
  current = &other;
  auto moved = tide::spawn(count());
  keep(std::move(moved));
  auto passed = tide::spawn(count());
  auto &same = passed;
  co_return co_await same;
}

tide::handle<int> returnedLater(bool wanted) {
  auto work = tide::spawn(count(), "count");
  if (!wanted)
    work.cancel();
  return work;
}

void intoAnOutParameter(tide::handle<int> &work) { work = tide::spawn(count()); }
