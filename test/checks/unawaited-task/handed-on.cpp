// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whoever is given a task may await it: nothing is said about these.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <any>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <span>
#include <utility>
#include <vector>

own::lazy<> save();
own::lazy<int> load();
void start(own::lazy<>);
void startReference(own::lazy<> &);
void startRvalue(own::lazy<> &&);
void startPointer(own::lazy<> *);
void startAll(std::span<own::lazy<>>);
template <typename... Ts> void startSome(Ts &&...);
void schedule(std::function<own::lazy<>()>);
void make(own::lazy<> &out);

own::lazy<> global;
std::vector<own::lazy<>> pending;
std::map<int, own::lazy<>> byKey;

struct nursery {
  std::vector<own::lazy<>> tasks;
  own::lazy<> last;
  std::queue<own::lazy<>> queue;
  void spawn(own::lazy<> t) { tasks.push_back(std::move(t)); }
  template <typename T> nursery &operator<<(T &&t) {
    tasks.push_back(std::forward<T>(t));
    return *this;
  }
  nursery() : last(save()) {}
  explicit nursery(own::lazy<> t) : last(std::move(t)) {}
};
struct owner {
  explicit owner(own::lazy<> t);
  ~owner();
};

void toFunctions(nursery &n) {
  start(save());
  auto a = save();
  start(std::move(a));
  auto b = save();
  startReference(b);
  auto c = save();
  startRvalue(std::move(c));
  auto d = save();
  startPointer(&d);
  startSome(save(), load());
  own::lazy<> e[] = {save(), save()};
  startAll(e);
  n.spawn(save());
  n << save() << save();
  schedule([] { return save(); });
  schedule(save);
  auto f = save();
  auto *pointer = &f;
  startPointer(pointer);
  auto g = save();
  std::invoke(startReference, g);
  auto h = save();
  std::swap(h, global);
}

void toObjects(nursery &n, own::lazy<> *out, own::lazy<> &reference) {
  global = save();
  pending.push_back(save());
  pending.emplace_back(save());
  byKey[1] = save();
  byKey.insert_or_assign(2, save());
  n.last = save();
  n.queue.push(save());
  *out = save();
  reference = save();
  pending[0] = save();
  static auto forever = save();
  nursery another(save());
  nursery third{save()};
  n.tasks.push_back(std::move(another.last));
  owner keeps(save());
  owner{save()};
  auto a = std::make_unique<own::lazy<>>(save());
  pending.push_back(std::move(*a));
  auto *b = new own::lazy<>(save());
  startPointer(b);
  auto c = std::make_shared<own::lazy<>>(save());
  startReference(*c);
  own::lazy<> d;
  make(d);
}

own::lazy<> toTheCaller() { return save(); }
own::lazy<> toTheCallerLater() {
  auto t = save();
  return t;
}
own::lazy<> byWayOfAnother(bool now) {
  own::lazy<> t;
  if (now) {
    auto inner = save();
    t = std::move(inner);
  } else {
    t = save();
  }
  return t;
}
std::pair<own::lazy<>, own::lazy<int>> both() { return {save(), load()}; }
std::unique_ptr<own::lazy<>> pointer() {
  auto t = save();
  return std::make_unique<own::lazy<>>(std::move(t));
}
auto lambda = [] { return save(); };
auto coroutine = []() -> own::lazy<own::lazy<>> { co_return save(); };
co::generator<own::lazy<>> yields() {
  co_yield save();
  co_yield save();
}
own::lazy<> defaultArgument(own::lazy<> t = save()) { return t; }

co::task<> awaits() {
  co_await own::when_all(save(), load());
  auto a = save();
  auto b = load();
  co_await own::when_all(std::move(a), std::move(b));
  own::lazy<> c = save();
  own::lazy<> d = std::move(c);
  own::lazy<> e(std::move(d));
  co_await std::move(e);
  own::lazy<> f, g = save();
  f = std::move(g);
  co_await f;
  auto h = std::exchange(f, save());
  co_await std::move(f);
  start(std::move(h));
}
