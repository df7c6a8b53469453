// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack sqlite %s
// Verified against: libsqlite3-dev
#include <sqlite3.h>
