// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Folly
// v2026.08.17.00; not the library. Templates that take a closure must have a
// body.
#pragma once

namespace folly {
class File {
public:
  explicit File(int fd, bool ownsFd = false) noexcept;
  explicit File(const char *name, int flags = 0);
  ~File();
  void lock();
  bool try_lock();
  void lock_shared();
};
} // namespace folly
