// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack leveldb %s
// Verified against: libleveldb-dev
#include <leveldb/c.h>
#include <leveldb/db.h>
#include <leveldb/env.h>
#include <leveldb/iterator.h>
