// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A map viewer with QCoro, whose tasks run up to their first suspension when they are
// called: what is around the call is there for that part. A task type of the program's
// own may be lazy.
#include <QCoro/QCoroNetwork>
#include <QCoro/QCoroTask>
#include <QCoro/QCoroTimer>
#include <QMutex>
#include <QMutexLocker>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QScopeGuard>
#include <QString>
#include <QUrl>
#include <coroutine>
#include <stdexcept>
#include <utility>

template <typename T> class Later {
public:
  struct promise_type {
    T value{};
    Later get_return_object() {
      return Later(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T result) { value = std::move(result); }
    void unhandled_exception() {}
  };
  explicit Later(std::coroutine_handle<promise_type> coroutine) : coroutine(coroutine) {}
  Later(Later &&other) noexcept : coroutine(std::exchange(other.coroutine, nullptr)) {}
  ~Later() {
    if (coroutine)
      coroutine.destroy();
  }
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller);
  T await_resume() { return std::move(coroutine.promise().value); }

private:
  std::coroutine_handle<promise_type> coroutine;
};

class Tiles {
public:
  QCoro::Task<QByteArray> load(int zoom);
  QCoro::Task<QByteArray> empty();
  Later<QByteArray> loadLater(int zoom);
  Later<QByteArray> emptyLater();
  void setBusy(bool busy);

  QCoro::Task<QByteArray> tried(int zoom);
  QCoro::Task<QByteArray> locked(int zoom);
  QCoro::Task<QByteArray> marked(int zoom);
  Later<QByteArray> triedLater(int zoom);
  Later<QByteArray> lockedLater(int zoom);
  Later<QByteArray> markedLater(int zoom);
  Later<QByteArray> markedToTheEnd(int zoom);

private:
  QMutex mutex;
};

// A lazy one does nothing before it is awaited.

Later<QByteArray> Tiles::triedLater(int zoom) {
  try {
    return loadLater(zoom);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Tiles::loadLater' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'Tiles::triedLater' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return emptyLater();
  }
}

Later<QByteArray> Tiles::lockedLater(int zoom) {
  QMutexLocker locker(&mutex);
  return loadLater(zoom);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'Tiles::loadLater' runs only after 'locker' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:16: note: 'locker' dies when 'Tiles::lockedLater' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: take the lock in the task itself
}

Later<QByteArray> Tiles::markedLater(int zoom) {
  setBusy(true);
  auto done = qScopeGuard([this] { setBusy(false); });
  return loadLater(zoom);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'Tiles::loadLater' runs only after 'done' is gone [async-return-without-await]
}

// QCoro's do.

QCoro::Task<QByteArray> Tiles::tried(int zoom) {
  try {
    return load(zoom);
  } catch (const std::exception &) {
    return empty();
  }
}

QCoro::Task<QByteArray> Tiles::locked(int zoom) {
  QMutexLocker locker(&mutex);
  return load(zoom);
}

QCoro::Task<QByteArray> Tiles::marked(int zoom) {
  setBusy(true);
  auto done = qScopeGuard([this] { setBusy(false); });
  return load(zoom);
}

auto handler(Tiles &tiles) {
  return [&tiles](int zoom) {
    try {
      return tiles.load(zoom);
    } catch (const std::exception &) {
      return tiles.empty();
    }
  };
}

// Held until it is done.

Later<QByteArray> Tiles::markedToTheEnd(int zoom) {
  setBusy(true);
  auto done = qScopeGuard([this] { setBusy(false); });
  co_return co_await loadLater(zoom);
}

QCoro::Task<QByteArray> awaited(QNetworkAccessManager &network, QUrl url) {
  try {
    QNetworkReply *reply = co_await network.get(QNetworkRequest(url));
    co_return reply->readAll();
  } catch (const std::exception &) {
    co_return QByteArray();
  }
}
