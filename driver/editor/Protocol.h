// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Between our values and those of the language server protocol.
#pragma once

#include "Positions.h"
#include "Texts.h"
#include "report/Report.h"
#include "llvm/Support/JSON.h"
#include <optional>

namespace asynctidy::editor {

/// What the editor can do.
struct Abilities {
  Encoding Units = Encoding::Utf16;
  bool RelatedPlaces = false; ///< shows notes at places of their own
  bool PageLinks = false;     ///< opens a page that explains a finding
  bool Progress = false;      ///< shows what we are busy with
  bool FileWatching = false;  ///< tells of changed files when asked to
  /// Asked for the encoding in the way clangd invented before the protocol had
  /// one, and wants the answer so.
  bool AsksAsClangd = false;
};

/// Of the parameters of `initialize`.
Abilities abilitiesOf(const llvm::json::Value &Parameters);

/// What we can do: the result of `initialize`.
llvm::json::Value ourAbilities(const Abilities &Client);

/// What asks the editor to tell of changed files that say how others are
/// analysed: the parameters of `client/registerCapability`.
llvm::json::Value watchRequest();

/// Nothing where \p Where is no position.
std::optional<Position> positionOf(const llvm::json::Value *Where);

/// Carries out a change of `didChange` on \p Text. Returns whether it is one.
bool applyChange(const llvm::json::Value &Change, Encoding Units,
                 std::string &Text);

/// Makes values of findings.
class Translator {
public:
  Translator(const Abilities &Client, Texts &Files)
      : Client(Client), Files(Files) {}

  llvm::json::Value range(const report::Place &Where) {
    return range(Where.File, Where.Offset, Where.Length);
  }
  llvm::json::Value diagnostic(const report::Diagnostic &Found);
  /// The code action that makes the changes of \p Found.
  llvm::json::Value quickFix(const report::Diagnostic &Found);

private:
  llvm::json::Value range(llvm::StringRef File, size_t Offset, size_t Length);
  std::string message(const report::Diagnostic &Found) const;
  llvm::json::Array related(const report::Diagnostic &Found);

  const Abilities &Client;
  Texts &Files;
};

} // namespace asynctidy::editor
