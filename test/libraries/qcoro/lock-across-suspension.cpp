// RUN: %check %s '--checks=-*,async-lock-across-suspension' --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A podcast player with QCoro: a slot that wants the lock while a coroutine waits
// with it stops the event loop that the coroutine waits for.
#include <QCoro/QCoroAsyncGenerator>
#include <QCoro/QCoroCore>
#include <QCoro/QCoroNetwork>
#include <QHash>
#include <QMutex>
#include <QMutexLocker>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QReadWriteLock>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <mutex>

using namespace std::chrono_literals;

QCoro::Task<QByteArray> download(QUrl url);
QCoro::Task<> play(QByteArray sound);

struct Library {
  QMutex mutex;
  QReadWriteLock lock;
  QHash<QUrl, QByteArray> sounds;
  QNetworkAccessManager network;

  QCoro::Task<> refresh(QUrl url);
  QCoro::Task<> refreshByHand(QUrl url);
  QCoro::Task<> playAll();
  QCoro::Task<> playCopies();
  QCoro::Task<> clear();
};

// What people write.

QCoro::Task<> Library::refresh(QUrl url) {
  QMutexLocker locker(&mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: guard 'locker' is held while coroutine 'Library::refresh' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
// CHECK-MESSAGES: :[[@LINE+3]]:26: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-3]]:16: note: instead: release it before the coroutine is suspended
// CHECK-MESSAGES: :[[@LINE-4]]:16: note: instead: keep the state in one thread, or keep the locked part short
  QNetworkReply *reply = co_await network.get(QNetworkRequest(url));
  sounds[url] = reply->readAll();
}

QCoro::Task<> Library::refreshByHand(QUrl url) {
  mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: mutex 'mutex' is held while coroutine 'Library::refreshByHand' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  sounds[url] = co_await download(url);
  mutex.unlock();
}

QCoro::Task<> Library::playAll() {
  QReadLocker locker(&lock);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: guard 'locker' is held while coroutine 'Library::playAll' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  for (const QByteArray &sound : sounds)
    co_await play(sound);
}

QCoro::Task<> Library::clear() {
  QWriteLocker locker(&lock);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: guard 'locker' is held while coroutine 'Library::clear' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  sounds.clear();
  co_await QCoro::sleepFor(10ms);
}

QCoro::Task<> blink(Library &library, QTimer &timer) {
  const std::lock_guard<QMutex> guard(library.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: guard 'guard' is held while coroutine 'blink' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  co_await timer;
}

QCoro::Task<> readLockedByHand(Library &library) {
  library.lock.lockForRead();
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: mutex 'lock' is held while coroutine 'readLockedByHand' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  co_await play(library.sounds.begin().value());
  library.lock.unlock();
}

QCoro::AsyncGenerator<QByteArray> sounds(Library &library) {
  QMutexLocker locker(&library.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: guard 'locker' is held while coroutine 'sounds' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
  for (QByteArray &sound : library.sounds)
    co_yield sound;
}

QCoro::Task<> tried(Library &library) {
  if (library.mutex.tryLock()) {
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: mutex 'mutex' is held while coroutine 'tried' is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
    co_await play({});
    library.mutex.unlock();
  }
}

void onClick(Library &library, QUrl url) {
  QTimer::singleShot(0, [&library, url]() -> QCoro::Task<> {
    QMutexLocker locker(&library.mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: guard 'locker' is held while a coroutine lambda is suspended: whoever else wants the lock blocks the thread for good [async-lock-across-suspension]
    library.sounds[url] = co_await download(url);
  });
}

// The same, without waiting for anything under the lock.

QCoro::Task<> Library::playCopies() {
  QReadLocker locker(&lock);
  const QHash<QUrl, QByteArray> copy = sounds;
  locker.unlock();
  for (const QByteArray &sound : copy)
    co_await play(sound);
}

QCoro::Task<> downloadFirst(Library &library, QUrl url) {
  QByteArray sound = co_await download(url);
  QMutexLocker locker(&library.mutex);
  library.sounds.insert(url, sound);
}

QCoro::Task<> unlockedForTheDownload(Library &library, QUrl url) {
  QMutexLocker locker(&library.mutex);
  if (library.sounds.contains(url))
    co_return;
  locker.unlock();
  QByteArray sound = co_await download(url);
  locker.relock();
  library.sounds.insert(url, sound);
}

QCoro::Task<> inABlock(Library &library) {
  QByteArray sound;
  {
    QReadLocker locker(&library.lock);
    sound = library.sounds.begin().value();
  }
  co_await play(sound);
}

QCoro::Task<> notNow(Library &library) {
  if (!library.mutex.tryLock()) {
    co_await QCoro::sleepFor(10ms);
    co_return;
  }
  library.sounds.clear();
  library.mutex.unlock();
}

QCoro::Task<> byHand(Library &library) {
  library.lock.lockForWrite();
  library.sounds.clear();
  library.lock.unlock();
  co_await play({});
}
