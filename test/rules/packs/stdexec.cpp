// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack stdexec %s -I%S/Inputs/stdexec
// Verified against: a stub of stdexec nvhpc-26.05
#include <exec/async_scope.hpp>
#include <exec/ensure_started.hpp>
#include <exec/linux/io_uring_context.hpp>
#include <exec/single_thread_context.hpp>
#include <exec/start_detached.hpp>
#include <exec/static_thread_pool.hpp>
#include <exec/task.hpp>
#include <exec/timed_scheduler.hpp>
#include <exec/timed_thread_scheduler.hpp>
#include <exec/trampoline_scheduler.hpp>
#include <exec/when_any.hpp>
#include <stdexec/execution.hpp>
