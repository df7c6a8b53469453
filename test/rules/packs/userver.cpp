// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack userver %s -I%S/Inputs/userver
// Verified against: a stub of userver 2.5
#include <userver/concurrent/background_task_storage.hpp>
#include <userver/concurrent/queue.hpp>
#include <userver/engine/async.hpp>
#include <userver/engine/get_all.hpp>
#include <userver/engine/mutex.hpp>
#include <userver/engine/run_standalone.hpp>
#include <userver/engine/semaphore.hpp>
#include <userver/engine/shared_mutex.hpp>
#include <userver/engine/single_waiting_task_mutex.hpp>
#include <userver/engine/sleep.hpp>
#include <userver/engine/task/task.hpp>
#include <userver/engine/wait_all_checked.hpp>
#include <userver/engine/wait_any.hpp>
#include <userver/fs/blocking/c_file.hpp>
#include <userver/fs/blocking/file_descriptor.hpp>
#include <userver/fs/blocking/read.hpp>
#include <userver/fs/blocking/temp_directory.hpp>
#include <userver/fs/blocking/temp_file.hpp>
#include <userver/fs/blocking/write.hpp>
#include <userver/hostinfo/blocking/read_groups.hpp>
#include <userver/net/blocking/get_addr_info.hpp>
#include <userver/utils/async.hpp>
#include <userver/utils/periodic_task.hpp>
