// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace folly {
class ProcessReturnCode {};
class Subprocess {
public:
  Subprocess();
  Subprocess(Subprocess &&);
  explicit Subprocess(const std::vector<std::string> &argv);
  ~Subprocess();
  ProcessReturnCode poll();
  ProcessReturnCode wait();
  ProcessReturnCode waitAndGetRusage(void *ru);
  void waitChecked();
  ProcessReturnCode waitTimeout(std::chrono::milliseconds timeout);
  ProcessReturnCode waitOrTerminateOrKill(std::chrono::milliseconds wait,
                                          std::chrono::milliseconds sigterm);
  ProcessReturnCode terminateOrKill(std::chrono::milliseconds sigterm);
  std::pair<std::string, std::string>
  communicate(const std::string &input = {});
  std::pair<int, int> communicateIOBuf(int input = 0);
};
} // namespace folly
