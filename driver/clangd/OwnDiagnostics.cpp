// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OwnDiagnostics.h"
#include "CheckTable.h"
#include "report/Uri.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

using namespace llvm;

/// Where the installed page of \p Check would be.
static std::string pageOf(StringRef Check) {
  static int InThisProgram;
  SmallString<256> Path(sys::fs::getMainExecutable(nullptr, &InThisProgram));
  sys::path::remove_filename(Path);
  sys::path::append(Path, "..", "share/doc/async-tidy/docs/checks",
                    Check.drop_front(StringRef("async-").size()) + ".md");
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

static void mark(json::Object &Diagnostic) {
  std::optional<StringRef> Code = Diagnostic.getString("code");
  const CheckInfo *Check = Code ? findCheck(*Code) : nullptr;
  if (!Check)
    return;
  Diagnostic["source"] = "async-tidy";
  std::string Page = pageOf(Check->Name);
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
