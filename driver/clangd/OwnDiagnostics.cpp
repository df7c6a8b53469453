// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OwnDiagnostics.h"
#include "InstalledPages.h"

namespace asynctidy {

using namespace llvm;

static void mark(json::Object &Diagnostic) {
  std::optional<StringRef> Code = Diagnostic.getString("code");
  if (!Code || !Code->starts_with("async-"))
    return;
  Diagnostic["source"] = "async-tidy";
  if (auto Page = installedPageOf(*Code))
    Diagnostic["codeDescription"] = json::Object{{"href", std::move(*Page)}};
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
