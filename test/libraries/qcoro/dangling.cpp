// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork" '--checks=-*,async-dangling-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A podcast player on QCoro: a coroutine runs up to its first wait where it is
// called, and goes on when its arguments may be gone.
#include <QCoro/QCoroCore>
#include <QCoro/QCoroNetwork>
#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

QUrl nextUrl();
QString titleOf(const QUrl &url);
void show(const QString &text);

QCoro::Task<int> download(const QUrl &url) {
  co_await QCoro::sleepFor(1s);
  co_return int(url.path().size());
}
QCoro::Task<int> downloadNow(const QUrl &url) {
  QUrl own = url;
  co_await QCoro::sleepFor(1s);
  co_return int(own.path().size());
}
QCoro::Task<> announce(const QString &title) {
  co_await QCoro::sleepFor(1s);
  show(title);
}
QCoro::Task<> announceCopy(QString title) {
  co_await QCoro::sleepFor(1s);
  show(title);
}

// What people write.

QCoro::Task<int> listen() {
  auto next = download(nextUrl());
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'download' refers to a temporary 'QUrl', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+4]]:30: note: 'next' is awaited here
// CHECK-MESSAGES: :[[@LINE-22]]:17: note: 'url' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:24: note: instead: co_await it in the same statement, or let 'download' take it by value
  int first = co_await download(nextUrl());
  co_return first + co_await next;
}

QCoro::Task<> announceNext(QUrl url) {
  auto announcing = announce(titleOf(url));
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the task from 'announce' refers to a temporary 'QString', which dies at the end of this statement [async-dangling-argument]
  co_await download(url);
  co_await announcing;
}

QCoro::Task<int> later(QUrl url) {
  return download(url);
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the task from 'download' refers to 'url', which dies when 'later' returns [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-38]]:17: note: 'url' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:19: note: instead: make 'later' a coroutine and co_await it, or let 'download' take it by value
}

QCoro::Task<int> listenToEverything(std::vector<QUrl> urls) {
  std::vector<QCoro::Task<int>> downloads;
  for (auto url : urls)
    downloads.push_back(download(url));
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: the task from 'download' refers to 'url', which dies before 'downloads' is used [async-dangling-argument]
  int sum = 0;
  for (auto &each : downloads)
    sum += co_await each;
  co_return sum;
}

// Nobody waits for it, and it goes on.
void prefetch() {
  (void)download(nextUrl());
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'download' refers to a temporary 'QUrl', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-57]]:17: note: 'url' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:18: note: instead: make 'prefetch' a coroutine and co_await it, or let 'download' take it by value
}

class Player : public QObject {
public:
  void play() {
    playing = announce(titleOf(nextUrl()));
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the task from 'announce' refers to a temporary 'QString', which dies at the end of this statement [async-dangling-argument]
  }
  QCoro::Task<int> count(int number) {
    auto counting = [this, number]() -> QCoro::Task<int> {
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
// CHECK-MESSAGES: :[[@LINE+6]]:24: note: 'counting' is awaited here
// CHECK-MESSAGES: :[[@LINE+3]]:17: note: 'number' is needed here
// CHECK-MESSAGES: :[[@LINE-4]]:21: note: instead: pass it what it needs as arguments
      co_await QCoro::sleepFor(1s);
      co_return number + played;
    }();
    co_return co_await counting;
  }
  void tick(int number) {
    (void)[this, number]() -> QCoro::Task<> {
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: the captures of this coroutine lambda die at the end of this statement, before its task is done [async-dangling-capture]
      co_await QCoro::sleepFor(1s);
      played += number;
    }();
  }

private:
  std::optional<QCoro::Task<>> playing;
  int played = 0;
};

// What is right.

QCoro::Task<int> listenInOrder(QUrl url) {
  auto next = download(url);
  auto now = downloadNow(nextUrl());
  int first = co_await download(nextUrl());
  co_await announce(titleOf(url));
  co_return first + co_await next + co_await now;
}

QCoro::Task<int> laterInOrder(const QUrl &url) { return download(url); }
QCoro::Task<int> laterCopied(QUrl url) { return downloadNow(url); }

void prefetchCopied() {
  (void)downloadNow(nextUrl());
  (void)announceCopy(titleOf(nextUrl()));
}

class CarefulPlayer : public QObject {
public:
  void play() {
    playing = announceCopy(titleOf(nextUrl()));
    QObject::connect(&timer, &QTimer::timeout, this, [this]() -> QCoro::Task<> {
      co_await announce(title);
    });
    announcing = announce(title);
  }
  QCoro::Task<int> count(int number) {
    co_return co_await [this, number]() -> QCoro::Task<int> {
      co_await QCoro::sleepFor(1s);
      co_return number + played;
    }();
  }
  // What it needs, it needs before it waits.
  void tick(int number) {
    (void)[number]() -> QCoro::Task<> {
      show(QString::number(number));
      co_await QCoro::sleepFor(1s);
    }();
  }

private:
  QTimer timer;
  QString title;
  std::optional<QCoro::Task<>> playing, announcing;
  int played = 0;
};

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  QUrl url = nextUrl();
  auto downloading = download(url);
  return QCoro::waitFor(downloading);
}
