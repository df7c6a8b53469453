// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Progress.h"
#include <mutex>

namespace asynctidy::editor {

using llvm::json::Object;

struct Progress::State {
  State(Connection &Line, std::string Token)
      : Line(Line), Token(std::move(Token)) {}

  void tell(Object Value) {
    Line.notify("$/progress",
                Object{{"token", Token}, {"value", std::move(Value)}});
  }

  Connection &Line;
  const std::string Token;
  std::mutex Lock;
  bool IsShown = false, IsOver = false;
};

Progress::Progress(Connection &Line, unsigned Number, llvm::StringRef What)
    : Now(std::make_shared<State>(Line,
                                  "async-tidy-" + std::to_string(Number))) {
  auto Begin = [Now = Now, What = What.str()](bool Agreed) {
    std::lock_guard<std::mutex> Hold(Now->Lock);
    if (!Agreed || Now->IsOver)
      return;
    Now->IsShown = true;
    Now->tell(
        Object{{"kind", "begin"}, {"title", "async-tidy"}, {"message", What}});
  };
  Line.request("window/workDoneProgress/create", Object{{"token", Now->Token}},
               std::move(Begin));
}

Progress::~Progress() {
  std::lock_guard<std::mutex> Hold(Now->Lock);
  Now->IsOver = true;
  if (Now->IsShown)
    Now->tell(Object{{"kind", "end"}});
}

} // namespace asynctidy::editor
