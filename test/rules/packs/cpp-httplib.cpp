// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack cpp-httplib %s
// Verified against: libcpp-httplib-dev
#include <httplib.h>
