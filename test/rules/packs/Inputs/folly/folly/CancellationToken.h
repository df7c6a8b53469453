// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

namespace folly {
class CancellationToken {
public:
  CancellationToken() noexcept;
  CancellationToken(const CancellationToken &) noexcept;
  bool isCancellationRequested() const noexcept;
};
class CancellationSource {
public:
  CancellationSource();
  bool requestCancellation() const noexcept;
  CancellationToken getToken() const noexcept;
};
} // namespace folly
