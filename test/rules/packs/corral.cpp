// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack corral %s -I%S/Inputs/corral
// Verified against: a stub of corral of August 2026
#include <corral/ThreadPool.h>
#include <corral/asio.h>
#include <corral/corral.h>
