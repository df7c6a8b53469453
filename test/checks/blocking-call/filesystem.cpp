// RUN: %check %s '--checks=-*,async-blocking-call'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What works through a whole file or folder is found; names and single
// questions are not.
#include "Inputs/task.h"
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

co::task<> blocks(fs::path from, fs::path to, int file, char *buffer) {
  fs::copy_file(from, to);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'std::filesystem::copy_file' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  fs::remove_all(from);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'std::filesystem::remove_all' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  for (auto &entry : fs::recursive_directory_iterator(from))
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: constructing 'std::filesystem::recursive_directory_iterator' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
    (void)entry;
  int fd = ::open("file", O_RDONLY);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: call to 'open' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  pread(file, buffer, 8, 0);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'pread' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  fsync(fd);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'fsync' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  std::FILE *stream = std::fopen("file", "r");
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: call to 'fopen' blocks the thread in coroutine 'blocks': it {{.*}} [async-blocking-call]
  (void)stream;
  co_return;
}

co::task<> fine(fs::path path, struct stat *about) {
  path /= "name";
  path.replace_extension(".txt").lexically_normal();
  (void)path.filename().string();
  (void)fs::exists(path);
  fs::file_status status;
  (void)fs::is_directory(status);
  ::stat("file", about);
  co_return;
}
