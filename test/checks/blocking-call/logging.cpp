// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/logger.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A logger that a rule calls short is not looked into.
#include "Inputs/task.h"
#include <fstream>
#include <string>
#include <syslog.h>
#include <unistd.h>

namespace fastlog {
inline void info(const std::string &line) {
  std::ofstream("log", std::ios::app) << line;
}
struct logger {
  void warn(const std::string &line) { info(line); }
};
} // namespace fastlog

void plainLog(const std::string &line) {
  std::ofstream("log", std::ios::app) << line;
}
std::string describe() {
  usleep(1);
  return "text";
}

co::task<> logs(fastlog::logger &logger) {
  fastlog::info("text");
  logger.warn("text");
  syslog(LOG_INFO, "text");
  plainLog("text");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'plainLog' blocks the thread in coroutine 'logs': it reaches 'std::ofstream', which {{.*}} [async-blocking-call]
  // Its arguments are computed here.
  fastlog::info(describe());
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: call to 'describe' blocks the thread in coroutine 'logs': it reaches 'usleep', which {{.*}} [async-blocking-call]
  co_return;
}
