// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole runtime.
#pragma once

#include <tide/condition.h>
#include <tide/event.h>
#include <tide/gather.h>
#include <tide/generator.h>
#include <tide/mutex.h>
#include <tide/net.h>
#include <tide/pool.h>
#include <tide/queue.h>
#include <tide/run.h>
#include <tide/scope.h>
#include <tide/semaphore.h>
#include <tide/signals.h>
#include <tide/spawn.h>
#include <tide/task_group.h>
#include <tide/threads.h>
#include <tide/time.h>
