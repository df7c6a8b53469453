// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "SarifPlaces.h"
#include "Region.h"
#include "Uri.h"
#include "Utf16.h"
#include "llvm/Support/JSON.h"

namespace asynctidy::report {

using llvm::StringRef;

void SarifPlaces::artifactLocation(StringRef File) {
  std::string Shown = R.shown(File);
  J.attributeObject("artifactLocation", [&] {
    J.attribute("uri", uriOf(Shown));
    if (!StringRef(Shown).starts_with("/"))
      J.attribute("uriBaseId", "%SRCROOT%");
  });
}

void SarifPlaces::region(const Place &Where) {
  Region In = utf16Region(Where, Sources);
  J.attribute("startLine", In.Line);
  J.attribute("startColumn", In.Column);
  J.attribute("endLine", In.EndLine);
  if (In.EndColumn)
    J.attribute("endColumn", In.EndColumn);
}

void SarifPlaces::physicalLocation(const Place &Where) {
  if (Where.File.empty())
    return;
  J.attributeObject("physicalLocation", [&] {
    artifactLocation(Where.File);
    if (Where.Line)
      J.attributeObject("region", [&] { region(Where); });
  });
}

void SarifPlaces::message(StringRef Text) {
  J.attributeObject("message", [&] { J.attribute("text", utf8(Text)); });
}

void SarifPlaces::location(const Message &M) {
  physicalLocation(M.Where);
  message(escapedMessage(M.Text));
}

std::string escapedMessage(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (StringRef("[]\\").contains(C))
      Result += '\\';
    Result += C;
  }
  return Result;
}

} // namespace asynctidy::report
