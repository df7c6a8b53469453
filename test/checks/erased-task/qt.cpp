// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A slot may be a QCoro coroutine: it runs at once, and goes on by itself.
#include <QCoro/QCoroTask>
#include <QCoro/QCoroTimer>
#include <QObject>
#include <QTimer>
#include <functional>

QCoro::Task<> refresh();

class Player : public QObject {
public:
  explicit Player(QTimer &timer) {
    connect(&timer, &QTimer::timeout, this, [this]() -> QCoro::Task<> { co_await load(); });
    connect(&timer, &QTimer::timeout, this, &Player::load);
    connect(&timer, &QTimer::timeout, [this] { return load(); });
    connect(&timer, &QTimer::timeout, refresh);
    QTimer::singleShot(0, this, [this]() -> QCoro::Task<> { co_await load(); });
    onStop_ = [this]() -> QCoro::Task<> { co_await load(); };
    onStart_ = refresh;
  }

private:
  QCoro::Task<> load();
  std::function<void()> onStop_;
  std::function<void()> onStart_;
};
