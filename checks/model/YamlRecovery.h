// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What parseYaml does to a text so that one error does not hide the next:
// it is overwritten with blanks, so that every line and column stays.
#pragma once

#include "YamlTree.h"
#include <optional>

namespace asynctidy {

/// A text with its lines, of which parts can be blanked.
class BlankableText {
public:
  explicit BlankableText(llvm::StringRef Original);

  llvm::StringRef text() const { return Content; }
  /// 1-based line and column of an offset.
  std::pair<unsigned, unsigned> place(std::size_t Offset) const;

  /// Replaces what is no text (bad UTF-8, control characters) and the tabs
  /// that indent, and tells where they were.
  void clean(MistakeLog &Log);

  /// Blanks the smallest part around \p Offset that still has something in
  /// it: the field; where that was not enough, the list item; at last the
  /// top-level block. Returns false when there is nothing left to blank.
  bool blankAround(std::size_t Offset);

  /// Fills in what of \p Tree is damaged.
  void describeDamage(YamlTree &Tree) const;

private:
  /// Lines [First, Last), 0-based.
  struct Range {
    unsigned First, Last;
    bool contains(unsigned Line) const { return First <= Line && Line < Last; }
  };

  llvm::StringRef line(unsigned Index) const;
  void cleanCharacters(MistakeLog &Log);
  void cleanTabs(MistakeLog &Log);
  Range field(unsigned Line) const;
  std::optional<Range> item(unsigned Line) const;
  std::optional<Range> entry(unsigned Line) const;
  Range block(unsigned Line) const;
  bool blank(Range Part, bool KeepDash);

  std::string Content;
  std::vector<std::size_t> Starts; ///< of the lines
  std::vector<Range> Damage;
  bool RootDamaged = false;
};

} // namespace asynctidy
