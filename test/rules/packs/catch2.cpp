// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack catch2 %s
// Verified against: catch2
#include <catch2/catch.hpp>
