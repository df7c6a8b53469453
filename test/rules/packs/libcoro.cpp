// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack libcoro %s -I%S/Inputs/libcoro
// Verified against: a stub of libcoro 0.16, and of 0.11 to 0.15 for older names
#include <coro/coro.hpp>
#include <coro/io_scheduler.hpp>
#include <coro/task_container.hpp>
