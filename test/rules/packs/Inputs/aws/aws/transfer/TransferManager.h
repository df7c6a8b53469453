// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of the AWS SDK for C++ 1.11; not the library.
#pragma once

#include <cstdint>
#include <limits>

namespace Aws::Transfer {

enum class TransferStatus { IN_PROGRESS, COMPLETED };

class TransferHandle {
public:
  TransferStatus GetStatus() const;
  void WaitUntilFinished() const;
};

class TransferManager {
public:
  TransferStatus
  WaitUntilAllFinished(std::int64_t timeoutMs = std::numeric_limits<std::int64_t>::max());
};

} // namespace Aws::Transfer
