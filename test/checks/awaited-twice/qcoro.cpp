// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A QCoro::Task runs at once and is asked whether it is ready: it may be awaited
// again, unless it was given away.
#include <QCoro/QCoroTask>
#include <utility>

QCoro::Task<int> fetch();
void keep(QCoro::Task<int> task);

QCoro::Task<> again() {
  auto t = fetch();
  co_await t;
  co_await t;
}

QCoro::Task<> inALoop(int times) {
  auto t = fetch();
  while (times-- > 0)
    co_await t;
}

QCoro::Task<> givenAway() {
  auto t = fetch();
  keep(std::move(t));
  co_await t;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 't' is awaited after it was moved away: there is nothing left to await [async-awaited-twice]
// CHECK-MESSAGES: :[[@LINE-3]]:18: note: moved away here
}

QCoro::Task<> exclusive(bool background) {
  auto t = fetch();
  if (background)
    keep(std::move(t));
  else
    co_await t;
}
