// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OwnDiagnostics.h"
#include "report/Uri.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

using namespace llvm;

static constexpr StringRef Prefix = "async-";

/// Where the installed page of the check \p Name would be.
static std::string pageOf(StringRef Name) {
  static int InThisProgram;
  SmallString<256> Path(sys::fs::getMainExecutable(nullptr, &InThisProgram));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "..", "share/doc/async-tidy/docs/checks",
                    Name.drop_front(Prefix.size()) + ".md");
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

static void mark(json::Object &Diagnostic) {
  std::optional<StringRef> Code = Diagnostic.getString("code");
  if (!Code || !Code->starts_with(Prefix))
    return;
  std::string Page = pageOf(*Code);
  Diagnostic["source"] = "async-tidy";
  if (sys::fs::exists(Page))
    Diagnostic["codeDescription"] = json::Object{{"href", report::uriOf(Page)}};
  else
    Diagnostic.erase("codeDescription");
}

void markOurs(json::Value &Parameters) {
  json::Object *Fields = Parameters.getAsObject();
  json::Array *Diagnostics = Fields ? Fields->getArray("diagnostics") : nullptr;
  if (!Diagnostics)
    return;
  for (json::Value &Diagnostic : *Diagnostics)
    if (json::Object *Known = Diagnostic.getAsObject())
      mark(*Known);
}

} // namespace asynctidy
