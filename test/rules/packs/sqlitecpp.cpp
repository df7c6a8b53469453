// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack sqlitecpp %s
// Verified against: libsqlitecpp-dev
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>
