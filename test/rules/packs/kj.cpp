// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack kj %s -I%S/Inputs/kj
// Verified against: a stub of Cap'n Proto 2 (May 2026); the package has no coroutines
#include <kj/async-io.h>
#include <kj/async-queue.h>
#include <kj/async.h>
#include <kj/filesystem.h>
#include <kj/io.h>
#include <kj/mutex.h>
#include <kj/thread.h>
#include <kj/timer.h>
