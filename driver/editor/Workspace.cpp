// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Workspace.h"
#include "CheckTable.h"
#include "llvm/ADT/STLExtras.h"
#include <set>
#include <tuple>

namespace asynctidy::editor {

using llvm::json::Array;
using llvm::json::Object;
using report::Diagnostic;
using Guard = std::lock_guard<std::mutex>;

void Workspace::open(const std::string &Path, std::string Uri, int64_t Version,
                     std::string Text) {
  Guard Hold(Lock);
  Document &New = Documents[Path];
  New = Document();
  New.Uri = std::move(Uri);
  New.Text = std::move(Text);
  New.Version = Version;
  New.Revision = ++LastRevision;
}

bool Workspace::change(const std::string &Path, int64_t Version,
                       const Array &Changes) {
  Guard Hold(Lock);
  auto Found = Documents.find(Path);
  if (Found == Documents.end())
    return false;
  Document &D = Found->second;
  std::string Text = D.Text;
  for (const llvm::json::Value &Change : Changes)
    if (!applyChange(Change, Client.Units, Text))
      return false;
  D.Text = std::move(Text);
  D.Version = Version;
  D.Revision = ++LastRevision;
  D.IsSaved = false;
  return true;
}

void Workspace::save(const std::string &Path) {
  Guard Hold(Lock);
  ++Saves;
  if (auto Found = Documents.find(Path); Found != Documents.end())
    Found->second.IsSaved = true;
}

void Workspace::noteSave() {
  Guard Hold(Lock);
  ++Saves;
}

void Workspace::close(const std::string &Path) {
  Guard Hold(Lock);
  auto Found = Documents.find(Path);
  if (Found == Documents.end())
    return;
  Document Gone = std::move(Found->second);
  Documents.erase(Found);
  Editor.notify("textDocument/publishDiagnostics",
                Object{{"uri", Gone.Uri}, {"diagnostics", Array()}});
  publishWhere(Gone.Findings, /*Except=*/Path);
}

std::optional<Snapshot> Workspace::look(const std::string &Path) const {
  Guard Hold(Lock);
  auto Found = Documents.find(Path);
  if (Found == Documents.end())
    return std::nullopt;
  return Snapshot{Path, Found->second.Text, Found->second.Revision, Saves};
}

bool Workspace::isCurrent(const Snapshot &Seen) const {
  Guard Hold(Lock);
  return hasTextOf(Seen);
}

std::vector<std::string> Workspace::paths() const {
  Guard Hold(Lock);
  std::vector<std::string> All;
  for (const auto &Each : Documents)
    All.push_back(Each.first);
  return All;
}

bool Workspace::hasTextOf(const Snapshot &Seen) const {
  auto Found = Documents.find(Seen.Path);
  return Found != Documents.end() && Found->second.Revision == Seen.Revision;
}

void Workspace::take(const Snapshot &Of, std::vector<Diagnostic> Findings) {
  Guard Hold(Lock);
  if (!hasTextOf(Of))
    return;
  Document &D = Documents.at(Of.Path);
  std::swap(D.Findings, Findings);
  D.AnalysedRevision = Of.Revision;
  publish(Of.Path);
  llvm::append_range(Findings, D.Findings);
  publishWhere(Findings, /*Except=*/Of.Path);
}

void Workspace::takeNothing(const Snapshot &Of) {
  Guard Hold(Lock);
  if (!hasTextOf(Of))
    return;
  // A header may need what others include before it, and only these find
  // something in it.
  Document &D = Documents.at(Of.Path);
  if (!D.IsSaved || !D.Findings.empty())
    return;
  D.AnalysedRevision = Of.Revision;
  publish(Of.Path);
}

void Workspace::fallSilent() {
  Guard Hold(Lock);
  IsSilent = true;
}

/// What is to be seen in a document: what its own analysis found and, as long
/// as it is as others read it, what theirs did. Each once.
std::vector<const Diagnostic *>
Workspace::foundIn(const std::string &Path) const {
  std::vector<const Diagnostic *> All;
  std::set<std::tuple<std::string, unsigned, unsigned>> Known;
  auto Add = [&](const Document &From) {
    for (const Diagnostic &Each : From.Findings) {
      const report::Place &Where = Each.Main.Where;
      if (Where.File == Path &&
          Known.insert({Each.Check, Where.Line, Where.Column}).second)
        All.push_back(&Each);
    }
  };
  auto Own = Documents.find(Path);
  if (Own == Documents.end())
    return All;
  Add(Own->second);
  for (const auto &[OtherPath, Other] : Documents)
    if (OtherPath != Path && Own->second.IsSaved)
      Add(Other);
  return All;
}

/// Analyses read other files from the disk, so these are as they are there.
Texts Workspace::textsAround(const std::string &Path) const {
  Texts Files;
  const Document &D = Documents.at(Path);
  Files.add(Path, D.Uri, D.Text);
  for (const auto &[OtherPath, Other] : Documents)
    if (OtherPath != Path && Other.IsSaved)
      Files.add(OtherPath, Other.Uri, Other.Text);
  return Files;
}

void Workspace::publish(const std::string &Path) {
  if (IsSilent)
    return;
  const Document &D = Documents.at(Path);
  Texts Files = textsAround(Path);
  Translator ToProtocol(Client, Files);
  Array All;
  for (const Diagnostic *Each : foundIn(Path))
    All.push_back(ToProtocol.diagnostic(*Each));
  Editor.notify("textDocument/publishDiagnostics",
                Object{{"uri", D.Uri},
                       {"version", D.Version},
                       {"diagnostics", std::move(All)}});
}

/// Publishes the documents that \p Findings are in. Those that have changed
/// since they were analysed will be anyway.
void Workspace::publishWhere(llvm::ArrayRef<Diagnostic> Findings,
                             const std::string &Except) {
  std::set<std::string> Paths;
  for (const Diagnostic &Each : Findings)
    Paths.insert(Each.Main.Where.File);
  Paths.erase(Except);
  for (const std::string &Path : Paths)
    if (auto Found = Documents.find(Path);
        Found != Documents.end() && Found->second.isCurrent())
      publish(Path);
}

/// Whether \p Where is touched by what is between the two offsets.
static bool touches(const report::Place &Where, size_t Start, size_t End) {
  return Where.Offset <= End && Start <= Where.Offset + Where.Length;
}

llvm::json::Value Workspace::hover(const std::string &Path,
                                   Position Where) const {
  Guard Hold(Lock);
  auto Open = Documents.find(Path);
  if (Open == Documents.end() || !Open->second.isCurrent())
    return nullptr;
  size_t Offset = offsetAt(Open->second.Text, Where, Client.Units);
  std::string Pages;
  const Diagnostic *First = nullptr;
  std::set<llvm::StringRef> Shown;
  for (const Diagnostic *Each : foundIn(Path)) {
    const CheckInfo *Info = findCheck(Each->Check);
    if (!Info || !touches(Each->Main.Where, Offset, Offset) ||
        !Shown.insert(Info->Name).second)
      continue;
    Pages += (First ? "\n---\n\n" : "") + Info->Page.str();
    First = First ? First : Each;
  }
  if (!First)
    return nullptr;
  Texts Files = textsAround(Path);
  return Object{
      {"contents", Object{{"kind", "markdown"}, {"value", std::move(Pages)}}},
      {"range", Translator(Client, Files).range(First->Main.Where)}};
}

Array Workspace::quickFixes(const std::string &Path, Position Start,
                            Position End) const {
  Guard Hold(Lock);
  Array All;
  auto Open = Documents.find(Path);
  if (Open == Documents.end() || !Open->second.isCurrent())
    return All;
  Texts Files = textsAround(Path);
  Translator ToProtocol(Client, Files);
  size_t From = offsetAt(Open->second.Text, Start, Client.Units);
  size_t To = offsetAt(Open->second.Text, End, Client.Units);
  for (const Diagnostic *Each : foundIn(Path))
    if (!Each->Fixes.empty() && touches(Each->Main.Where, From, To))
      All.push_back(ToProtocol.quickFix(*Each));
  return All;
}

} // namespace asynctidy::editor
