// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack qt %s -I/usr/include/x86_64-linux-gnu/qt6 -I/usr/include/x86_64-linux-gnu/qt6/QtConcurrent -I/usr/include/x86_64-linux-gnu/qt6/QtCore -I/usr/include/x86_64-linux-gnu/qt6/QtDBus -I/usr/include/x86_64-linux-gnu/qt6/QtGui -I/usr/include/x86_64-linux-gnu/qt6/QtNetwork -I/usr/include/x86_64-linux-gnu/qt6/QtSql -I/usr/include/x86_64-linux-gnu/qt6/QtWidgets
// Verified against: qt6-base-dev
#include <QtConcurrent>
#include <QtCore>
#include <QtDBus>
#include <QtGui>
#include <QtNetwork>
#include <QtSql>
#include <QtWidgets>

#include <QPasswordDigestor>
