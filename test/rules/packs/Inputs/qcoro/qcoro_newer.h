// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of QCoro 0.11 for what 0.8 has not;
// not the library.
#pragma once
#include <QObject>
#include <qcoro/qcorotask.h>
#include <utility>

namespace QCoro {
template <typename T> class LazyTask {
public:
  ~LazyTask();
};
template <typename T, typename QObjectSubclass, typename Callback>
void connect(QCoro::Task<T> &&task, QObjectSubclass *context, Callback func) {
  std::terminate();
}
} // namespace QCoro
