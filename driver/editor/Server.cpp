// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Server.h"
#include "LiveFile.h"
#include "Progress.h"
#include "Scheduler.h"
#include "Workspace.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>

namespace asynctidy::editor {

namespace json = llvm::json;
using namespace std::chrono_literals;

namespace {

/// How long nobody must have typed before the text is looked at: half the time
/// that this took after the last change, within these bounds.
constexpr Scheduler::Clock::duration ShortPause = 50ms, FirstPause = 100ms,
                                     LongPause = 200ms;

class Server {
public:
  explicit Server(const Options &CommandLine);
  int run();

private:
  using Answer = llvm::Expected<json::Value>;
  void onRequest(llvm::StringLiteral Method,
                 Answer (Server::*Do)(const json::Value &));
  void onDocument(llvm::StringLiteral Method,
                  void (Server::*Do)(const std::string &Path,
                                     const json::Object &Parameters));

  Answer initialize(const json::Value &Parameters);
  Answer shutdown(const json::Value &Parameters);
  Answer hover(const json::Value &Parameters);
  Answer codeAction(const json::Value &Parameters);
  void didOpen(const std::string &Path, const json::Object &Parameters);
  void didChange(const std::string &Path, const json::Object &Parameters);
  void didSave(const std::string &Path, const json::Object &Parameters);
  void didClose(const std::string &Path, const json::Object &Parameters);
  void lookAgain();
  void watchFiles();

  void schedule(const std::string &Path, Scheduler::Clock::duration Delay);
  void analyze(const std::string &Path);
  void tell(const LiveResult &Result);

  enum class State { New, Ready, ShutDown };

  const Options &CommandLine;
  Connection Editor;
  Abilities Client;
  Workspace Documents;
  State Now = State::New;
  std::atomic<Scheduler::Clock::duration> Pause = FirstPause;
  // For whoever analyses.
  std::map<std::string, std::unique_ptr<LiveFile>> Files;
  std::set<std::string> Told;
  unsigned LastProgress = 0;
  std::optional<Scheduler> Background; ///< not in tests; the last: it uses all
};

} // namespace

/// The URI of the document that \p Parameters are about.
static std::optional<llvm::StringRef> uriIn(const json::Value &Parameters) {
  const json::Object *Fields = Parameters.getAsObject();
  const json::Object *Document =
      Fields ? Fields->getObject("textDocument") : nullptr;
  return Document ? Document->getString("uri") : std::nullopt;
}

/// The same, as a path; nothing if it is no file.
static std::optional<std::string> pathIn(const json::Value &Parameters) {
  std::optional<std::string> Path = pathOf(uriIn(Parameters).value_or(""));
  if (Path)
    Path = absolutePath(*Path);
  return Path;
}

static int64_t versionIn(const json::Object &Parameters) {
  return Parameters.getObject("textDocument")
      ->getInteger("version")
      .value_or(0);
}

Server::Server(const Options &CommandLine)
    : CommandLine(CommandLine),
      Editor(CommandLine.DelimitedMessages ? Connection::Style::Delimited
                                           : Connection::Style::Headers),
      Documents(Editor, Client) {
  if (!CommandLine.DelimitedMessages)
    Background.emplace([this](const std::string &Path) { analyze(Path); });
  Editor.onRequest("initialize",
                   [this](const json::Value &P) { return initialize(P); });
  onRequest("shutdown", &Server::shutdown);
  onRequest("textDocument/hover", &Server::hover);
  onRequest("textDocument/codeAction", &Server::codeAction);
  onDocument("textDocument/didOpen", &Server::didOpen);
  onDocument("textDocument/didChange", &Server::didChange);
  onDocument("textDocument/didSave", &Server::didSave);
  onDocument("textDocument/didClose", &Server::didClose);
  Editor.onNotification("initialized",
                        [this](const json::Value &) { watchFiles(); });
  Editor.onNotification("workspace/didChangeWatchedFiles",
                        [this](const json::Value &) {
                          Documents.noteSave();
                          lookAgain();
                        });
}

void Server::onRequest(llvm::StringLiteral Method,
                       Answer (Server::*Do)(const json::Value &)) {
  Editor.onRequest(Method, [this, Do](const json::Value &P) -> Answer {
    if (Now == State::New)
      return refuse(Refusal::NotInitialized, "'initialize' comes first");
    if (Now == State::ShutDown)
      return refuse(Refusal::InvalidRequest, "there was a 'shutdown' before");
    return (this->*Do)(P);
  });
}

void Server::onDocument(llvm::StringLiteral Method,
                        void (Server::*Do)(const std::string &,
                                           const json::Object &)) {
  Editor.onNotification(Method, [this, Do](const json::Value &P) {
    std::optional<std::string> Path = pathIn(P);
    if (Path && Now == State::Ready)
      (this->*Do)(*Path, *P.getAsObject());
  });
}

Server::Answer Server::initialize(const json::Value &Parameters) {
  if (Now != State::New)
    return refuse(Refusal::InvalidRequest, "there was an 'initialize' before");
  Client = abilitiesOf(Parameters);
  Now = State::Ready;
  return ourAbilities(Client);
}

Server::Answer Server::shutdown(const json::Value &) {
  Now = State::ShutDown;
  Documents.fallSilent();
  return nullptr;
}

Server::Answer Server::hover(const json::Value &Parameters) {
  std::optional<std::string> Path = pathIn(Parameters);
  const json::Object *Fields = Parameters.getAsObject();
  auto Where = positionOf(Fields ? Fields->get("position") : nullptr);
  if (!Where)
    return refuse(Refusal::InvalidParameters, "'position' is missing");
  return Path ? Documents.hover(*Path, *Where) : json::Value(nullptr);
}

/// Whether the editor wants to hear about quick fixes.
static bool wantsQuickFixes(const json::Object &Parameters) {
  const json::Object *Context = Parameters.getObject("context");
  const json::Array *Only = Context ? Context->getArray("only") : nullptr;
  return !Only || llvm::any_of(*Only, [](const json::Value &Kind) {
    return Kind.getAsString() == llvm::StringRef("quickfix") ||
           Kind.getAsString() == llvm::StringRef("");
  });
}

Server::Answer Server::codeAction(const json::Value &Parameters) {
  std::optional<std::string> Path = pathIn(Parameters);
  const json::Object *Fields = Parameters.getAsObject();
  const json::Object *Range = Fields ? Fields->getObject("range") : nullptr;
  auto Start = positionOf(Range ? Range->get("start") : nullptr);
  auto End = positionOf(Range ? Range->get("end") : nullptr);
  if (!Start || !End)
    return refuse(Refusal::InvalidParameters, "'range' is missing");
  if (!Path || !wantsQuickFixes(*Fields))
    return json::Array();
  return Documents.quickFixes(*Path, *Start, *End);
}

void Server::didOpen(const std::string &Path, const json::Object &Parameters) {
  const json::Object &Document = *Parameters.getObject("textDocument");
  auto Text = Document.getString("text");
  if (!Text)
    return;
  Documents.open(Path, Document.getString("uri")->str(), versionIn(Parameters),
                 Text->str());
  schedule(Path, 0ms);
}

void Server::didChange(const std::string &Path,
                       const json::Object &Parameters) {
  const json::Array *Changes = Parameters.getArray("contentChanges");
  if (Changes && Documents.change(Path, versionIn(Parameters), *Changes))
    schedule(Path, Pause);
}

void Server::watchFiles() {
  if (Client.FileWatching)
    Editor.request("client/registerCapability", watchRequest(), [](bool) {});
}

/// What was saved may be a header of others, or say how others are analysed.
void Server::didSave(const std::string &Path, const json::Object &) {
  Documents.save(Path);
  lookAgain();
}

void Server::lookAgain() {
  for (const std::string &Path : Documents.paths())
    schedule(Path, Pause);
}

void Server::didClose(const std::string &Path, const json::Object &) {
  Documents.close(Path);
  schedule(Path, 0ms); // to let go what is kept of it
}

void Server::schedule(const std::string &Path,
                      Scheduler::Clock::duration Delay) {
  if (Background)
    Background->schedule(Path, Delay);
  else
    analyze(Path);
}

void Server::analyze(const std::string &Path) {
  std::optional<Snapshot> Seen = Documents.look(Path);
  if (!Seen) {
    Files.erase(Path);
    return;
  }
  std::unique_ptr<LiveFile> &File = Files[Path];
  if (!File)
    File = std::make_unique<LiveFile>(CommandLine);
  std::optional<Progress> Shown;
  bool ParsesHeaders = false;
  auto IsOver = [&] { return !Documents.isCurrent(*Seen); };
  auto NoteHeaders = [&] {
    ParsesHeaders = true;
    if (Client.Progress)
      Shown.emplace(Editor, ++LastProgress,
                    "parsing the headers of " +
                        llvm::sys::path::filename(Path).str());
  };
  auto Begin = Scheduler::Clock::now();
  LiveResult Result = File->analyze(*Seen, {IsOver, NoteHeaders});
  auto Taken = Scheduler::Clock::now() - Begin;
  tell(Result);
  if (IsOver())
    return; // it is asked for again
  if (!ParsesHeaders)
    Pause = std::clamp(Taken / 2, ShortPause, LongPause);
  if (Result.IsAnalysed)
    Documents.take(*Seen, std::move(Result.Findings));
  else
    Documents.takeNothing(*Seen);
}

/// Each thing once: what is wrong stays wrong while somebody types.
void Server::tell(const LiveResult &Result) {
  constexpr int Error = 1, Info = 3; // MessageType
  for (const std::string &Mistake : Result.Mistakes)
    if (Told.insert(Mistake).second)
      Editor.notify("window/showMessage",
                    json::Object{{"type", Error}, {"message", Mistake}});
  for (const std::string &Note : Result.Notes)
    if (Told.insert(Note).second)
      Editor.notify("window/logMessage",
                    json::Object{{"type", Info}, {"message", Note}});
}

int Server::run() {
  Editor.run();
  Documents.fallSilent();
  int Code = Now == State::ShutDown ? 0 : 1;
  // Nobody waits for the end of an analysis. It leaves nothing behind.
  if (Background && Background->isBusy())
    llvm::sys::Process::Exit(Code, /*NoCleanup=*/true);
  return Code;
}

int serve(const Options &CommandLine) { return Server(CommandLine).run(); }

} // namespace asynctidy::editor
