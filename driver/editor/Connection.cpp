// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Connection.h"
#include "mlir/Tools/lsp-server-support/Protocol.h"
#include "mlir/Tools/lsp-server-support/Transport.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"
#include <atomic>
#include <cstdio>
#include <list>
#include <unistd.h>

namespace asynctidy::editor {

using namespace llvm;
using mlir::lsp::JSONStreamStyle;

namespace {

/// Standard input, with a memory for its last words: MLIR's loop ends with
/// `exit` and with what is no message at all, and does not say with which.
class Input {
public:
  Input();
  ~Input() { std::fclose(Stream); }
  Input(const Input &) = delete;
  Input &operator=(const Input &) = delete;

  std::FILE *stream() const { return Stream; }
  /// Whether what was read last is `exit`.
  bool saysExit() const;

private:
  static ssize_t read(void *Self, char *Buffer, size_t Size);

  std::string LastWords;
  std::FILE *Stream;
};

/// Parameters of any shape: handlers look for what they need.
struct Anything {
  json::Value Value = nullptr;
};

/// What MLIR reads parameters with.
bool fromJSON(const json::Value &From, Anything &To, json::Path) {
  To.Value = From;
  return true;
}

struct Request {
  Connection::RequestHandler Do;
  void handle(const Anything &Parameters,
              mlir::lsp::Callback<json::Value> Reply) {
    Reply(Do(Parameters.Value));
  }
};

struct Notification {
  Connection::NotificationHandler Do;
  void handle(const Anything &Parameters) { Do(Parameters.Value); }
};

} // namespace

Input::Input() {
  cookie_io_functions_t Functions = {};
  Functions.read = read;
  Stream = fopencookie(this, "r", Functions);
  // Not a byte further than the message.
  std::setvbuf(Stream, nullptr, _IONBF, 0);
}

ssize_t Input::read(void *Self, char *Buffer, size_t Size) {
  constexpr size_t Remembered = 256; // more than any `exit` is long
  ssize_t Count = sys::RetryAfterSignal(-1, ::read, STDIN_FILENO, Buffer, Size);
  if (Count <= 0)
    return Count;
  std::string &Words = static_cast<Input *>(Self)->LastWords;
  Words.append(Buffer, Count);
  if (Words.size() > Remembered)
    Words.erase(0, Words.size() - Remembered);
  return Count;
}

bool Input::saysExit() const {
  return Regex("\"method\"[[:space:]]*:[[:space:]]*\"exit\"").match(LastWords);
}

struct Connection::Implementation {
  explicit Implementation(JSONStreamStyle How)
      : Transport(From.stream(), outs(), How,
                  /*prettyOutput=*/How == JSONStreamStyle::Delimited),
        Handler(Transport) {}

  Input From;
  mlir::lsp::JSONTransport Transport;
  mlir::lsp::MessageHandler Handler; ///< refers to what is in the lists
  std::list<Request> Requests;
  std::list<Notification> Notifications;
  std::atomic<int64_t> RequestsSent = 0;
};

Connection::Connection(Style How)
    : Impl(std::make_unique<Implementation>(How == Style::Delimited
                                                ? JSONStreamStyle::Delimited
                                                : JSONStreamStyle::Standard)) {}

Connection::~Connection() = default;

void Connection::onRequest(StringLiteral Method, RequestHandler Do) {
  Request &New = Impl->Requests.emplace_back(Request{std::move(Do)});
  Impl->Handler.method(Method, &New, &Request::handle);
}

void Connection::onNotification(StringLiteral Method, NotificationHandler Do) {
  Notification &New =
      Impl->Notifications.emplace_back(Notification{std::move(Do)});
  Impl->Handler.notification(Method, &New, &Notification::handle);
}

void Connection::notify(StringLiteral Method, json::Value Parameters) {
  Impl->Handler.outgoingNotification<json::Value>(Method)(Parameters);
}

void Connection::request(StringLiteral Method, json::Value Parameters,
                         std::function<void(bool)> Done) {
  auto WhenAnswered = [Done = std::move(Done)](json::Value,
                                               Expected<Anything> Answer) {
    bool Agreed = static_cast<bool>(Answer);
    if (!Agreed)
      consumeError(Answer.takeError());
    Done(Agreed);
  };
  Impl->Handler.outgoingRequest<json::Value, Anything>(
      Method, std::move(WhenAnswered))(Parameters, ++Impl->RequestsSent);
}

void Connection::run() {
  for (;;) {
    if (Error HungUp = Impl->Transport.run(Impl->Handler))
      return consumeError(std::move(HungUp));
    if (Impl->From.saysExit())
      return;
  }
}

Error refuse(Refusal Why, const Twine &Message) {
  using mlir::lsp::ErrorCode;
  ErrorCode Code = Why == Refusal::InvalidRequest ? ErrorCode::InvalidRequest
                   : Why == Refusal::NotInitialized
                       ? ErrorCode::ServerNotInitialized
                       : ErrorCode::InvalidParams;
  return make_error<mlir::lsp::LSPError>(Message.str(), Code);
}

std::optional<std::string> pathOf(StringRef Uri) {
  if (!Uri.starts_with("file:"))
    return std::nullopt;
  Expected<mlir::lsp::URIForFile> Parsed = mlir::lsp::URIForFile::fromURI(Uri);
  if (Parsed)
    return Parsed->file().str();
  consumeError(Parsed.takeError());
  return std::nullopt;
}

std::string uriOf(StringRef Path) {
  Expected<mlir::lsp::URIForFile> Made = mlir::lsp::URIForFile::fromFile(Path);
  if (Made)
    return Made->uri().str();
  consumeError(Made.takeError());
  return ("file://" + Path).str();
}

} // namespace asynctidy::editor
