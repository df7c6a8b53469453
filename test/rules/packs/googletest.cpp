// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack googletest %s
// Verified against: libgtest-dev
#include <gtest/gtest.h>
