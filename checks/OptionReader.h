// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace asynctidy {

/// Reads CheckOptions, whichever front end holds them. Keys are whole
/// ("async-blocking-call.Confidence"). Values that cannot be understood are
/// collected as messages, in the order they were met.
class OptionReader {
public:
  using Lookup = std::function<std::optional<std::string>(llvm::StringRef Key)>;

  explicit OptionReader(Lookup Find) : Find(std::move(Find)) {}

  std::string text(llvm::StringRef Key, llvm::StringRef Default) const;
  unsigned number(llvm::StringRef Key, unsigned Default) const;
  bool flag(llvm::StringRef Key, bool Default) const;
  /// One of \p Words; any other value is a mistake.
  std::string word(llvm::StringRef Key, llvm::StringRef Default,
                   llvm::ArrayRef<llvm::StringRef> Words) const;

  /// A list of globs, '-' in front of those that exclude, as in Checks. One
  /// that fits none of \p Words is a mistake: it would switch off in silence.
  std::string globs(llvm::StringRef Key, llvm::StringRef Default,
                    llvm::ArrayRef<llvm::StringLiteral> Words) const;

  /// What was wrong with the values read so far.
  const std::vector<std::string> &mistakes() const { return Mistakes; }

private:
  Lookup Find;
  mutable std::vector<std::string> Mistakes;
};

} // namespace asynctidy
