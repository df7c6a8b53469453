// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack tide %s -I%S/../../runtime
// Verified against: test/runtime
#include <tide/testing.h>
#include <tide/tide.h>
