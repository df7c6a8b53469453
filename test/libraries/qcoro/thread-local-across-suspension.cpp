// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scanner's driver with QCoro: a coroutine goes on in the thread of its event loop,
// where others have run in the meantime.
#include <QCoro/QCoroCore>
#include <QCoro/QCoroTask>
#include <QHash>
#include <QString>
#include <QThread>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;

QCoro::Task<> warmUp();
QCoro::Task<int> readLine(char *line);
void show(const QString &text);

thread_local QString status;
thread_local QByteArray line(4096, '\0');
thread_local int scans = 0;
QHash<QThread *, int> pages;

// What people write.

QCoro::Task<> scan(QString name) {
  status = name;
  co_await warmUp();
  show(status);
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: thread-local 'status' was set before coroutine 'scan' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:8: note: instead: keep it in a variable of the coroutine
}

QCoro::Task<> scanAndCount(int count) {
  scans = count;
  while (co_await readLine(nullptr))
    show(QString::number(scans));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: thread-local 'scans' was set before coroutine 'scanAndCount' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

QCoro::Task<> eject(int device) {
  if (::close(device) != 0) {
    co_await warmUp();
    show(qt_error_string(errno));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'errno' was set before coroutine 'eject' was suspended: what ran since may have set it [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:26: note: instead: copy it into a variable before the suspension
  }
}

// It is the same thread.

QCoro::Task<> reference() {
  QByteArray &buffer = line;
  int *counter = &scans;
  co_await readLine(buffer.data());
  show(QString::fromUtf8(buffer));
  ++*counter;
}

QCoro::Task<> identity() {
  QThread *thread = QThread::currentThread();
  co_await warmUp();
  ++pages[thread];
}

QCoro::Task<> upAndDown() {
  ++scans;
  co_await warmUp();
  --scans;
}

QCoro::Task<> addressOfErrno() {
  int &error = errno;
  co_await warmUp();
  error = 0;
}

// The coroutine's own, or set again.

QCoro::Task<> ownStatus(QString name) {
  QString mine = name;
  co_await warmUp();
  status = mine;
  show(status);
}

QCoro::Task<> ejectAndTell(int device) {
  if (::close(device) != 0) {
    QString error = qt_error_string(errno);
    co_await QCoro::sleepFor(10ms);
    show(error);
  }
}

// In a thread of its own.

void start() {
  auto *thread = QThread::create([] {
    status = "started";
    show(status);
  });
  thread->start();
}
