// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Connection.h"
#include "Protocol.h"
#include "report/Report.h"
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace asynctidy::editor {

/// An open document, as it was when somebody looked.
struct Snapshot {
  std::string Path, Text;
  unsigned Revision = 0; ///< no two texts have the same
  unsigned Saves = 0;    ///< how often any document had been saved
};

/// What the editor has open and what was found in it, which is told to the
/// editor whenever it changes. Safe to use from several threads. Documents are
/// known by their absolute paths.
class Workspace {
public:
  Workspace(Connection &Editor, const Abilities &Client)
      : Editor(Editor), Client(Client) {}

  void open(const std::string &Path, std::string Uri, int64_t Version,
            std::string Text);
  /// Returns whether \p Changes made sense; else the text is what it was.
  bool change(const std::string &Path, int64_t Version,
              const llvm::json::Array &Changes);
  void save(const std::string &Path);
  /// Some file was saved that is not open here.
  void noteSave();
  void close(const std::string &Path);

  /// Nothing when it is not open.
  std::optional<Snapshot> look(const std::string &Path) const;
  /// Whether the text has not changed since.
  bool isCurrent(const Snapshot &Seen) const;
  std::vector<std::string> paths() const;

  /// Takes what an analysis of \p Of found, in whatever file. What was found in
  /// an older text is of no use any more.
  void take(const Snapshot &Of, std::vector<report::Diagnostic> Findings);
  /// The text makes no sense, as often while somebody types. What was found
  /// before stays.
  void takeNothing(const Snapshot &Of);
  /// From now on nothing is told.
  void fallSilent();

  /// The pages of the checks that found something at \p Where, or null.
  llvm::json::Value hover(const std::string &Path, Position Where) const;
  /// The quick fixes between the two positions.
  llvm::json::Array quickFixes(const std::string &Path, Position Start,
                               Position End) const;

private:
  struct Document {
    std::string Uri, Text;
    int64_t Version = 0;
    unsigned Revision = 0;
    bool IsSaved = true;
    /// What its last analysis found, in all files.
    std::vector<report::Diagnostic> Findings;
    unsigned AnalysedRevision = 0; ///< of the text these are about; 0: none

    bool isCurrent() const { return AnalysedRevision == Revision; }
  };

  bool hasTextOf(const Snapshot &Seen) const;
  std::vector<const report::Diagnostic *>
  foundIn(const std::string &Path) const;
  Texts textsAround(const std::string &Path) const;
  void publish(const std::string &Path);
  void publishWhere(llvm::ArrayRef<report::Diagnostic> Findings,
                    const std::string &Except);

  Connection &Editor;
  const Abilities &Client;
  mutable std::mutex Lock;
  std::map<std::string, Document> Documents;
  unsigned LastRevision = 0, Saves = 0;
  bool IsSilent = false;
};

} // namespace asynctidy::editor
