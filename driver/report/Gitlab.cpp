// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GitLab's code quality report: an array of issues. Of issues with the same
// fingerprint GitLab shows one; the name of a check it shows only where it is
// part of the description.
#include "Fingerprint.h"
#include "Prose.h"
#include "Utf16.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

namespace asynctidy::report {

using llvm::StringRef;

namespace {

class GitlabWriter {
public:
  GitlabWriter(llvm::raw_ostream &Out, const Report &R)
      : J(Out, /*IndentSize=*/2), R(R), Prints(R) {}

  void write();

private:
  void issue(StringRef Check, StringRef Severity, const Message &What,
             std::string Fingerprint);
  std::string unique(std::string Fingerprint);

  llvm::json::OStream J;
  const Report &R;
  Fingerprints Prints;
  llvm::StringSet<> Taken;
};

} // namespace

std::string GitlabWriter::unique(std::string Fingerprint) {
  do
    Fingerprint = hashOf(Fingerprint);
  while (!Taken.insert(Fingerprint).second);
  return Fingerprint;
}

static StringRef severityOf(const Diagnostic &D) {
  if (D.isSilenced())
    return "info";
  return D.Level == Severity::Error ? "critical" : "major";
}

void GitlabWriter::issue(StringRef Check, StringRef Severity,
                         const Message &What, std::string Fingerprint) {
  J.object([&] {
    J.attribute("description", utf8((Check + ": " + What.Text).str()));
    J.attribute("check_name", Check);
    J.attribute("fingerprint", unique(std::move(Fingerprint)));
    J.attribute("severity", Severity);
    J.attributeObject("location", [&] {
      J.attribute("path", utf8(R.shown(What.Where.File)));
      J.attributeObject("lines", [&] {
        J.attribute("begin", std::max(What.Where.Line, 1u));
      });
    });
  });
}

void GitlabWriter::write() {
  J.array([&] {
    for (const Diagnostic &D : R.Findings)
      issue(D.Check, severityOf(D), D.Main, Prints.next(D));
    // Without them GitLab would take what was found there before for mended.
    for (const Message &Error : failures(R))
      issue("async-tidy", "blocker", Error,
            R.shown(Error.Where.File) + '\0' + Error.Text);
  });
}

void writeGitlab(llvm::raw_ostream &Out, const Report &R) {
  GitlabWriter(Out, R).write();
  Out << '\n';
}

} // namespace asynctidy::report
