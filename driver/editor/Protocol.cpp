// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Protocol.h"
#include "InstalledPages.h"
#include "report/Prose.h"
#include "llvm/Support/Path.h"
#include <algorithm>

namespace asynctidy::editor {

using namespace llvm;
using clang::tooling::Replacement;

/// What is at the end of \p Keys, or null.
static const json::Value *at(const json::Value &Start,
                             ArrayRef<StringRef> Keys) {
  const json::Value *Here = &Start;
  for (StringRef Key : Keys) {
    const json::Object *Fields = Here->getAsObject();
    Here = Fields ? Fields->get(Key) : nullptr;
    if (!Here)
      return nullptr;
  }
  return Here;
}

static bool isTrue(const json::Value *Where) {
  return Where && Where->getAsBoolean().value_or(false);
}

/// The first of the encodings in \p Names that we know: they are in the order
/// that the editor prefers.
static std::optional<Encoding> firstKnown(const json::Value *Names) {
  const json::Array *All = Names ? Names->getAsArray() : nullptr;
  if (!All)
    return std::nullopt;
  for (const json::Value &Each : *All)
    if (auto Known = encodingNamed(Each.getAsString().value_or("")))
      return Known;
  return std::nullopt;
}

Abilities abilitiesOf(const json::Value &Parameters) {
  Abilities Client;
  auto Standard = firstKnown(
      at(Parameters, {"capabilities", "general", "positionEncodings"}));
  auto Older = firstKnown(at(Parameters, {"capabilities", "offsetEncoding"}));
  Client.AsksAsClangd = Older && !Standard;
  Client.Units = Standard ? *Standard : Older.value_or(Encoding::Utf16);
  constexpr StringRef Capabilities = "capabilities", OfText = "textDocument",
                      Findings = "publishDiagnostics";
  Client.RelatedPlaces = isTrue(
      at(Parameters, {Capabilities, OfText, Findings, "relatedInformation"}));
  Client.PageLinks = isTrue(at(
      Parameters, {Capabilities, OfText, Findings, "codeDescriptionSupport"}));
  Client.Progress =
      isTrue(at(Parameters, {Capabilities, "window", "workDoneProgress"}));
  Client.FileWatching =
      isTrue(at(Parameters, {Capabilities, "workspace", "didChangeWatchedFiles",
                             "dynamicRegistration"}));
  return Client;
}

json::Value ourAbilities(const Abilities &Client) {
  constexpr int Incremental = 2; // TextDocumentSyncKind
  json::Object Result{
      {"capabilities",
       json::Object{
           {"positionEncoding", nameOf(Client.Units)},
           {"textDocumentSync", json::Object{{"openClose", true},
                                             {"change", Incremental},
                                             {"save", true}}},
           {"codeActionProvider",
            json::Object{{"codeActionKinds", json::Array{"quickfix"}}}},
           {"hoverProvider", true}}},
      {"serverInfo",
       json::Object{{"name", "async-tidy"}, {"version", ASYNC_TIDY_VERSION}}}};
  if (Client.AsksAsClangd)
    Result["offsetEncoding"] = nameOf(Client.Units);
  return std::move(Result);
}

json::Value watchRequest() {
  json::Array Watchers;
  for (StringRef Name :
       {".clang-tidy", "compile_commands.json", "compile_flags.txt"})
    Watchers.push_back(json::Object{{"globPattern", ("**/" + Name).str()}});
  return json::Object{
      {"registrations",
       json::Array{
           json::Object{{"id", "async-tidy-files"},
                        {"method", "workspace/didChangeWatchedFiles"},
                        {"registerOptions",
                         json::Object{{"watchers", std::move(Watchers)}}}}}}};
}

std::optional<Position> positionOf(const json::Value *Where) {
  const json::Object *Fields = Where ? Where->getAsObject() : nullptr;
  if (!Fields)
    return std::nullopt;
  auto Line = Fields->getInteger("line");
  auto Character = Fields->getInteger("character");
  if (!Line || !Character || *Line < 0 || *Character < 0)
    return std::nullopt;
  auto Bounded = [](int64_t Number) {
    return static_cast<unsigned>(std::min<int64_t>(Number, UINT32_MAX));
  };
  return Position{Bounded(*Line), Bounded(*Character)};
}

bool applyChange(const json::Value &Change, Encoding Units, std::string &Text) {
  const json::Object *Fields = Change.getAsObject();
  auto New = Fields ? Fields->getString("text") : std::nullopt;
  if (!New)
    return false;
  const json::Value *Range = Fields->get("range");
  if (!Range) {
    Text = New->str();
    return true;
  }
  auto Start = positionOf(at(*Range, {"start"}));
  auto End = positionOf(at(*Range, {"end"}));
  if (!Start || !End)
    return false;
  size_t From = offsetAt(Text, *Start, Units);
  size_t To = std::max(From, offsetAt(Text, *End, Units));
  Text.replace(From, To - From, New->data(), New->size());
  return true;
}

/// JSON must be UTF-8; what users have in their files need not be.
static std::string utf8(StringRef Text) {
  return json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text);
}

static json::Value toJson(Position Where) {
  return json::Object{{"line", Where.Line}, {"character", Where.Character}};
}

json::Value Translator::range(StringRef File, size_t Offset, size_t Length) {
  StringRef Text = Files.of(File).Text;
  return json::Object{
      {"start", toJson(positionAt(Text, Offset, Client.Units))},
      {"end", toJson(positionAt(Text, Offset + Length, Client.Units))}};
}

json::Array Translator::related(const report::Diagnostic &Found) {
  json::Array All;
  for (const auto *Messages : {&Found.Path, &Found.Notes})
    for (const report::Message &Note : *Messages) {
      // What has no place of its own is said of the finding.
      const report::Place &Where =
          Note.Where.File.empty() ? Found.Main.Where : Note.Where;
      All.push_back(json::Object{
          {"location", json::Object{{"uri", Files.of(Where.File).Uri},
                                    {"range", range(Where)}}},
          {"message", utf8(Note.Text)}});
    }
  return All;
}

/// Its notes are in the message where the editor does not show places of
/// theirs.
std::string Translator::message(const report::Diagnostic &Found) const {
  if (Client.RelatedPlaces)
    return Found.Main.Text;
  report::Report Around;
  Around.Root = sys::path::parent_path(Found.Main.Where.File).str();
  return report::proseWithPlaces(Around, Found);
}

json::Value Translator::diagnostic(const report::Diagnostic &Found) {
  constexpr int Error = 1, Warning = 2; // DiagnosticSeverity
  json::Object Result{
      {"range", range(Found.Main.Where)},
      {"severity", Found.Level == report::Severity::Error ? Error : Warning},
      {"code", Found.Check},
      {"source", "async-tidy"},
      {"message", utf8(message(Found))}};
  json::Array Notes = related(Found);
  if (Client.RelatedPlaces && !Notes.empty())
    Result["relatedInformation"] = std::move(Notes);
  if (Client.PageLinks)
    if (auto Page = installedPageOf(Found.Check))
      Result["codeDescription"] = json::Object{{"href", std::move(*Page)}};
  return std::move(Result);
}

/// What the changes do, in few words.
static std::string titleOf(const report::Diagnostic &Found) {
  const Replacement &First = Found.Fixes.front();
  std::string What = First.getReplacementText().trim().str();
  bool Fits = Found.Fixes.size() == 1 && !What.empty() && What.size() <= 40 &&
              What.find('\n') == std::string::npos && json::isUTF8(What);
  if (!Fits)
    return "fix " + Found.Check;
  return (First.getLength() ? "write '" : "insert '") + What + "'";
}

json::Value Translator::quickFix(const report::Diagnostic &Found) {
  json::Object Changes;
  for (const Replacement &Fix : Found.Fixes) {
    json::Value &Edits =
        Changes.try_emplace(Files.of(Fix.getFilePath()).Uri, json::Array())
            .first->second;
    Edits.getAsArray()->push_back(json::Object{
        {"range", range(Fix.getFilePath(), Fix.getOffset(), Fix.getLength())},
        {"newText", utf8(Fix.getReplacementText())}});
  }
  return json::Object{{"title", titleOf(Found)},
                      {"kind", "quickfix"},
                      {"isPreferred", true},
                      {"diagnostics", json::Array{diagnostic(Found)}},
                      {"edit", json::Object{{"changes", std::move(Changes)}}}};
}

} // namespace asynctidy::editor
