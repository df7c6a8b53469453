// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack async-simple %s -I%S/Inputs/async-simple
// Verified against: a stub of async_simple 1.4
#include <async_simple/Collect.h>
#include <async_simple/Executor.h>
#include <async_simple/Future.h>
#include <async_simple/Promise.h>
#include <async_simple/Signal.h>
#include <async_simple/coro/Collect.h>
#include <async_simple/coro/DetachedCoroutine.h>
#include <async_simple/coro/Dispatch.h>
#include <async_simple/coro/FutureAwaiter.h>
#include <async_simple/coro/Generator.h>
#include <async_simple/coro/Latch.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Mutex.h>
#include <async_simple/coro/Semaphore.h>
#include <async_simple/coro/SharedMutex.h>
#include <async_simple/coro/Sleep.h>
#include <async_simple/coro/SpinLock.h>
#include <async_simple/coro/SyncAwait.h>
#include <async_simple/executors/SimpleExecutor.h>
#include <async_simple/uthread/Async.h>
#include <async_simple/util/Condition.h>
#include <async_simple/util/ThreadPool.h>
