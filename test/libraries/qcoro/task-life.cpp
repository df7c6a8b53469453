// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork" '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A podcast player with QCoro: a task starts where it is called, and who drops it
// never learns how it ended.
#include <QCoro/QCoroAsyncGenerator>
#include <QCoro/QCoroCore>
#include <QCoro/QCoroGenerator>
#include <QCoro/QCoroNetwork>
#include <QCoro/QCoroThread>
#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

QCoro::Task<QByteArray> download(QUrl url);
QCoro::Task<> play(QByteArray sound);
void show(const char *text);

// What people write.

QCoro::Task<> listen(QUrl url) {
  download(url);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'download' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto next = download(url);
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: the task from 'download', kept in 'next', is not awaited on every path: on the others it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'next' is lost at this 'co_return'
  if (!url.isValid())
    co_return;
  play(co_await download(url));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'play' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_await play(co_await next);
}

QCoro::Task<> blink(QThread *worker) {
  QCoro::sleepFor(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'QCoro::sleepFor' is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  QCoro::moveToThread(worker);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the operation from 'QCoro::moveToThread' is never awaited: it never runs [async-unawaited-task]
  show("on");
  co_await play({});
}

QCoro::Task<> listenToAll(std::vector<QUrl> urls) {
  std::vector<QCoro::Task<QByteArray>> downloads;
  for (const QUrl &url : urls)
    downloads.push_back(download(url));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'download', kept in 'downloads', is never awaited: it goes on alone and its errors are lost [async-unawaited-task]
  co_await play({});
}

QCoro::Task<> last(std::vector<QUrl> urls) {
  auto sound = download({});
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'download', kept in 'sound', is overwritten before it is awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:13: note: 'sound' is given another value here
  for (const QUrl &url : urls)
    sound = download(url);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: the task from 'download', kept in 'sound', is overwritten before it is awaited: it goes on alone and its errors are lost [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:13: note: 'sound' is given another value here in the next iteration
  co_await play(co_await sound);
}

// What is right.

QCoro::Task<> listenInOrder(QUrl url) {
  QByteArray first = co_await download(url);
  auto next = download(url);
  co_await play(first);
  co_await play(co_await next);
}

QCoro::Task<> blinkSlowly(QThread *worker) {
  co_await QCoro::sleepFor(1s);
  co_await QCoro::moveToThread(worker);
  show("on");
}

QCoro::Task<> listenToEverything(std::vector<QUrl> urls) {
  std::vector<QCoro::Task<QByteArray>> downloads;
  for (const QUrl &url : urls)
    downloads.push_back(download(url));
  for (auto &each : downloads)
    co_await play(co_await each);
}

// It is asked again, and tells the same.
QCoro::Task<> playTwice(QUrl url) {
  auto sound = download(url);
  co_await play(co_await sound);
  co_await play(co_await sound);
}

// The cast says that this is all.
QCoro::Task<> prefetch(QUrl url) {
  (void)download(url);
  co_await play({});
}

QCoro::Task<> ifValid(QUrl url) {
  std::optional<QCoro::Task<QByteArray>> sound;
  if (url.isValid())
    sound = download(url);
  if (sound)
    co_await play(co_await *sound);
}

// What continues a task goes on without anybody.
void playLatest(QUrl url) {
  download(url).then([](const QByteArray &sound) { play(sound); });
  download(url).then([](const QByteArray &sound) -> QCoro::Task<> { co_await play(sound); },
                     [](const std::exception &) { show("failed"); });
}

QCoro::Task<> playLater(QUrl url) {
  co_await download(url).then([](const QByteArray &sound) { return play(sound); });
}

// Where nothing can be awaited, starting it is all there is.
class Player : public QObject {
public:
  void start(QUrl url) {
    download(url);
    playing = play({});
    QObject::connect(&timer, &QTimer::timeout, this, [url]() -> QCoro::Task<> {
      co_await play(co_await download(url));
    });
    QTimer::singleShot(1s, [] { return play({}); });
  }
  QCoro::Task<> finish() { co_await *playing; }
  void onEpisode(std::vector<std::function<void(QUrl)>> &handlers) {
    handlers.push_back([](QUrl url) -> QCoro::Task<> { co_await play(co_await download(url)); });
    handlers.push_back([](QUrl url) { return download(url); });
  }

private:
  QTimer timer;
  std::optional<QCoro::Task<>> playing;
};

QCoro::Generator<int> numbers() { co_yield 1; }

QCoro::AsyncGenerator<int> durations(QUrl url) { co_yield int((co_await download(url)).size()); }

QCoro::Task<int> longest(QUrl url) {
  int found = 0;
  auto all = durations(url);
  for (auto each = co_await all.begin(); each != all.end(); co_await ++each)
    found = std::max(found, *each);
  numbers();
  co_return found;
}

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  auto playing = play({});
  QCoro::waitFor(playing);
  return QCoro::waitFor(longest(QUrl("https://example.org/1")));
}
