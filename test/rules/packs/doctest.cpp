// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack doctest %s
// Verified against: doctest-dev
#include <doctest/doctest.h>
