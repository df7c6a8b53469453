// RUN: %check --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtDBus -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork" %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// QCoro and what it needs of Qt: nothing is found in their headers.
#include <QCoro/QCoroAsyncGenerator>
#include <QCoro/QCoroCore>
#include <QCoro/QCoroDBus>
#include <QCoro/QCoroGenerator>
#include <QCoro/QCoroNetwork>
#include <QCoro/QCoroSignal>
#include <QCoro/QCoroThread>
#include <chrono>

QCoro::Task<> uses() {
  using namespace std::chrono_literals;
  co_await QCoro::sleepFor(1ms);
}
