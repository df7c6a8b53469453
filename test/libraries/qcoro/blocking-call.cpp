// RUN: %check %s '--checks=-*,async-blocking-call' --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A podcast player with QCoro: its coroutines run in the thread that draws the
// window, which stands still while one of them blocks.
#include <QCoro/QCoroAsyncGenerator>
#include <QCoro/QCoroCore>
#include <QCoro/QCoroGenerator>
#include <QCoro/QCoroNetwork>
#include <QCoro/QCoroThread>
#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QThread>
#include <QUrl>
#include <QtConcurrent>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <netdb.h>
#include <string>
#include <thread>

using namespace std::chrono_literals;

struct Episode {
  QUrl url;
  std::string file;
};

QCoro::Task<QByteArray> download(QNetworkAccessManager &network, QUrl url) {
  std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
  co_await qCoro(reply.get()).waitForFinished();
  co_return reply->readAll();
}

// Waiting and saving.

void save(const Episode &episode, const QByteArray &sound) {
  std::ofstream(episode.file) << sound.toStdString();
}

QCoro::Task<> fetch(QNetworkAccessManager &network, Episode episode) {
  QByteArray sound = co_await download(network, episode.url);
  while (sound.isEmpty()) {
    std::this_thread::sleep_for(1s);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'fetch': it sleeps until the time is over [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await QCoro::sleepFor(...)
    sound = co_await download(network, episode.url);
  }
  save(episode, sound);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'save' blocks the thread in coroutine 'fetch': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
// CHECK-MESSAGES: note: instead: co_await QtConcurrent::run(...)
}

QCoro::Task<> fetchWithoutWaiting(QNetworkAccessManager &network, Episode episode) {
  QByteArray sound = co_await download(network, episode.url);
  while (sound.isEmpty()) {
    co_await QCoro::sleepFor(1s);
    sound = co_await download(network, episode.url);
  }
  co_await QtConcurrent::run([episode, sound] { save(episode, sound); });
}

// A nested event loop.

QCoro::Task<int> sizeOf(QNetworkAccessManager &network, Episode episode) {
  QByteArray sound = QCoro::waitFor(download(network, episode.url));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: call to 'QCoro::waitFor' blocks the thread in coroutine 'sizeOf': it runs an event loop inside the event loop until the coroutine is done [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:22: note: instead: co_await the task itself
  co_return int(sound.size());
}

QCoro::Task<int> sizeOfWithoutWaiting(QNetworkAccessManager &network, Episode episode) {
  QByteArray sound = co_await download(network, episode.url);
  co_return int(sound.size());
}

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  QNetworkAccessManager network;
  return QCoro::waitFor(sizeOf(network, {QUrl("https://example.org/1"), "1"}));
}

// Callbacks of a task run in the same thread.

void showLatest(QNetworkAccessManager &network, Episode episode) {
  download(network, episode.url).then([episode](const QByteArray &sound) { save(episode, sound); });
// CHECK-MESSAGES: :[[@LINE-1]]:76: warning: call to 'save' blocks the thread in a callback of the event loop: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  download(network, episode.url)
      .then([](const QByteArray &sound) { qDebug() << sound.size(); },
            [](const std::exception &) { std::system("notify-send failed"); });
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: call to 'system' blocks the thread in a callback of the event loop: it runs a shell command and waits for its end [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:42: note: instead: co_await qCoro(process).waitForFinished()
}

// Another thread, and back.

QCoro::Task<> convert(QThread *worker, Episode episode) {
  co_await QCoro::moveToThread(worker);
  save(episode, "converted");
  co_await QCoro::moveToThread(QCoreApplication::instance()->thread());
  save(episode, "converted");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'save' blocks the thread in coroutine 'convert': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
}

QCoro::Task<> convertAndReturn(QThread *worker, Episode episode) {
  QThread *home = QThread::currentThread();
  co_await QCoro::moveToThread(worker);
  save(episode, "converted");
  co_await QCoro::moveToThread(home);
  qDebug() << "converted";
}

QCoro::Task<> encode(QProcess &encoder, QThread &worker) {
  co_await qCoro(encoder).start("oggenc", {"1.wav"});
  co_await qCoro(encoder).waitForFinished();
  co_await qCoro(worker).waitForFinished();
}

// Generators: one awaits, the other runs in whoever asks it.

QCoro::AsyncGenerator<int> durations(QNetworkAccessManager &network, std::vector<Episode> episodes) {
  for (const Episode &episode : episodes) {
    addrinfo *found = nullptr;
    getaddrinfo(episode.file.c_str(), "https", nullptr, &found);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'getaddrinfo' blocks the thread in coroutine 'durations': it waits for a name server [async-blocking-call]
// CHECK-MESSAGES: :[[@LINE-2]]:5: note: instead: co_await qCoro(socket).connectToHost(name, port), which looks the name up
    co_yield co_await sizeOf(network, episode);
  }
}

QCoro::Generator<std::string> lines() {
  std::ifstream file("subscriptions");
  for (std::string line; std::getline(file, line);)
    co_yield line;
}

int countLines() {
  int count = 0;
  for (const std::string &line : lines())
    count += !line.empty();
  return count;
}

QCoro::Task<int> subscriptions() {
  co_return countLines();
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: call to 'countLines' blocks the thread in coroutine 'subscriptions': it reaches 'std::ifstream', which opens a file on disk, and 1 more [async-blocking-call]
}

QCoro::Task<int> subscriptionsWithoutWaiting() { co_return co_await QtConcurrent::run(countLines); }
