// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace folly {
template <typename Iter> class Range {
public:
  Range(Iter begin, Iter end);
  Iter begin() const;
  Iter end() const;
};
using StringPiece = Range<const char *>;
} // namespace folly
