// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack mongo-c %s -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0
// Verified against: libmongoc-dev
#include <mongoc/mongoc.h>
