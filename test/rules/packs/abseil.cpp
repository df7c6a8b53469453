// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack abseil %s
// Verified against: libabsl-dev
#include <absl/algorithm/container.h>
#include <absl/base/call_once.h>
#include <absl/container/flat_hash_map.h>
#include <absl/functional/any_invocable.h>
#include <absl/functional/bind_front.h>
#include <absl/strings/str_format.h>
#include <absl/synchronization/barrier.h>
#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/mutex.h>
#include <absl/synchronization/notification.h>
#include <absl/time/clock.h>
#include <absl/time/time.h>
