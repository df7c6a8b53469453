// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A YAML text as a tree that can be looked at in any order, however broken
// the text is: llvm::yaml hands out each node once and stops at the first
// error.
#pragma once

#include "RuleReader.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace asynctidy {

/// Where the mistakes of one file go.
class MistakeLog {
public:
  explicit MistakeLog(llvm::StringRef File) : File(File) {}

  void add(unsigned Line, unsigned Column, const llvm::Twine &Message);
  std::vector<RuleMistake> take() { return std::move(Mistakes); }

private:
  llvm::StringRef File;
  std::vector<RuleMistake> Mistakes;
};

struct YamlNode {
  enum Kind { Empty, Scalar, Mapping, Sequence } What = Empty;
  unsigned Line = 1, Column = 1;                     ///< 1-based
  std::string Text;                                  ///< of a Scalar
  std::vector<YamlNode> Items;                       ///< of a Sequence
  std::vector<std::pair<YamlNode, YamlNode>> Fields; ///< of a Mapping
};

struct YamlTree {
  YamlNode Root;
  /// Lines [first, second), 1-based, that were left out, or of which a part
  /// was, because of a syntax error.
  std::vector<std::pair<unsigned, unsigned>> Damage;
  /// A whole block was left out: what the root lacks may have been there.
  bool RootDamaged = false;
  /// False when the text was refused as a whole.
  bool Readable = true;

  bool isDamagedAt(unsigned Line) const;
};

/// Parses \p Text. A syntax error costs no more than the field, list item or
/// block it is in.
YamlTree parseYaml(llvm::MemoryBufferRef Text, MistakeLog &Log);

} // namespace asynctidy
