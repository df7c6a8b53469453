// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a SARIF log says about the checks: `rules`. The text is that of their
// pages.
#pragma once

#include "Report.h"
#include "llvm/ADT/StringMap.h"

namespace llvm::json {
class OStream;
} // namespace llvm::json

namespace asynctidy::report {

class SarifRules {
public:
  /// All checks, and what else \p R has findings of: there is no page of it.
  explicit SarifRules(const Report &R);

  /// The value of `rules`.
  void write(llvm::json::OStream &J) const;
  /// `ruleIndex` of \p Check, of which the report has findings.
  unsigned index(llvm::StringRef Check) const { return Indexes.lookup(Check); }

private:
  std::vector<llvm::StringRef> Names;
  llvm::StringMap<unsigned> Indexes;
};

/// What the page \p Markdown says in front of its first section, in as many
/// whole paragraphs as \p Limit characters hold.
std::string introduction(llvm::StringRef Markdown, size_t Limit);

/// \p Markdown without links to other pages, which lead nowhere away from them.
std::string withoutPageLinks(llvm::StringRef Markdown);

} // namespace asynctidy::report
