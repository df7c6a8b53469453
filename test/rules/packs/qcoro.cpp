// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack qcoro %s -I%S/Inputs/qcoro -isystem /usr/include/qcoro6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtConcurrent -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore -isystem /usr/include/x86_64-linux-gnu/qt6/QtDBus -isystem /usr/include/x86_64-linux-gnu/qt6/QtNetwork
// Verified against: qcoro-qt6-dev qt6-base-dev; for LazyTask and connect a stub of QCoro 0.11
#include <QCoro/QCoroAsyncGenerator>
#include <QCoro/QCoroCore>
#include <QCoro/QCoroGenerator>
#include <QCoro/QCoroThread>
#include <QThread>
#include <QtConcurrent>
#include <qcoro_newer.h>
