// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack redis-plus-plus %s -I%S/Inputs/redis-plus-plus
// Verified against: a stub of redis-plus-plus 1.3
#include <sw/redis++/redis++.h>
