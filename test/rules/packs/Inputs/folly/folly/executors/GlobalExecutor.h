// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <folly/executors/IOExecutor.h>
#include <memory>

namespace folly {
Executor::KeepAlive<> getGlobalCPUExecutor();
Executor::KeepAlive<> getGlobalCPUExecutorWeakRef();
Executor::KeepAlive<IOExecutor> getGlobalIOExecutor();
std::shared_ptr<Executor> getCPUExecutor();
std::shared_ptr<Executor> getUnsafeMutableGlobalCPUExecutor();
} // namespace folly
