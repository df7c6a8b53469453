// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The line to the editor. Everything that is known of the library behind it
// (MLIR's, which later versions of LLVM have as llvm/Support/LSP) is in its
// source file.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace asynctidy::editor {

/// JSON-RPC over standard input and output, as the language server protocol
/// has it.
class Connection {
public:
  using RequestHandler = std::function<llvm::Expected<llvm::json::Value>(
      const llvm::json::Value &Parameters)>;
  using NotificationHandler =
      std::function<void(const llvm::json::Value &Parameters)>;

  /// Messages have headers or, for tests, stand between lines of `// -----`.
  enum class Style { Headers, Delimited };

  explicit Connection(Style How);
  ~Connection();

  /// Whatever has no handler is answered as the protocol wants it.
  void onRequest(llvm::StringLiteral Method, RequestHandler Do);
  void onNotification(llvm::StringLiteral Method, NotificationHandler Do);

  /// Safe to call from every thread.
  void notify(llvm::StringLiteral Method, llvm::json::Value Parameters);

  /// The same. \p Done is called in \c run, when the editor has answered:
  /// whether it has done what was asked.
  void request(llvm::StringLiteral Method, llvm::json::Value Parameters,
               std::function<void(bool Agreed)> Done);

  /// Handles messages, one after the other, until the editor says `exit` or
  /// hangs up.
  void run();

private:
  struct Implementation;
  std::unique_ptr<Implementation> Impl;
};

/// Why a request is refused.
enum class Refusal { InvalidRequest, InvalidParameters, NotInitialized };
llvm::Error refuse(Refusal Why, const llvm::Twine &Message);

/// The file of a `file:` URI; nothing for others: there is no such file.
std::optional<std::string> pathOf(llvm::StringRef Uri);
/// The URI of a file (absolute).
std::string uriOf(llvm::StringRef Path);

} // namespace asynctidy::editor
