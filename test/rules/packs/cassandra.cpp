// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack cassandra %s -I%S/Inputs/cassandra
// Verified against: a stub of cpp-driver 2.17
#include <cassandra.h>
