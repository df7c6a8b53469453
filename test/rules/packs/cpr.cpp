// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack cpr %s -I%S/Inputs/cpr
// Verified against: a stub of cpr 1.15.0
#include <cpr/cpr.h>
