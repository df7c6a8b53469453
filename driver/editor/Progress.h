// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Connection.h"
#include "llvm/ADT/StringRef.h"
#include <memory>

namespace asynctidy::editor {

/// Has the editor show that we are busy, from when it agrees until this is
/// destroyed.
class Progress {
public:
  /// \p Number is of this one only. \p Line must outlive all answers of the
  /// editor.
  Progress(Connection &Line, unsigned Number, llvm::StringRef What);
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

private:
  struct State;
  std::shared_ptr<State> Now; ///< the editor may answer late
};

} // namespace asynctidy::editor
