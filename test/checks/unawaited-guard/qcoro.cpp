// RUN: %check %s --stdlib=libstdc++ "--args=-isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program's own lock with QCoro, which has none.
#include <QCoro/QCoroTask>
#include <utility>

class Document {
public:
  class EditLock {
  public:
    EditLock(EditLock &&other) noexcept;
    ~EditLock();
  };
  QCoro::Task<EditLock> lockForEditing();
  QCoro::Task<> save();
};

QCoro::Task<> unawaited(Document &document) {
  auto lock = document.lockForEditing();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the lock from 'Document::lockForEditing', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  co_await document.save();
}

QCoro::Task<> dropped(Document &document) {
  co_await document.lockForEditing();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'Document::lockForEditing' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  co_await document.save();
}

QCoro::Task<> held(Document &document) {
  auto lock = co_await document.lockForEditing();
  co_await document.save();
}

QCoro::Task<> askedForEarly(Document &document, Document &other) {
  auto wanted = document.lockForEditing();
  co_await other.save();
  auto lock = co_await std::move(wanted);
  co_await document.save();
}
