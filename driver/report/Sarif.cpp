// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SARIF 2.1.0, with what GitHub's code scanning asks for on top. Nothing in it
// depends on the machine: files are named relative to %SRCROOT%, the project's
// root.
#include "Fingerprint.h"
#include "Prose.h"
#include "SarifLimits.h"
#include "SarifPlaces.h"
#include "SarifRules.h"
#include "SourceFiles.h"
#include "Utf16.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace asynctidy::report {

using llvm::StringRef;
using Edit = clang::tooling::Replacement;

namespace {

class SarifWriter {
public:
  SarifWriter(llvm::raw_ostream &Out, const Report &R)
      : J(Out, /*IndentSize=*/2), R(R), Places(J, R, Sources), Rules(R),
        Lines(Sources), Prints(R), Left(R),
        HasSilenced(llvm::any_of(
            R.Findings, [](const Diagnostic &D) { return D.isSilenced(); })) {}

  void write();
  const Dropped &leftOut() const { return Left; }

private:
  void run();
  void tool();
  void result(const Diagnostic &D);
  void related(const Diagnostic &D);
  void codeFlow(const Diagnostic &D);
  void fix(const Diagnostic &D);
  void replacement(const Edit &Fix, bool IsUnchanged);
  void fingerprints(const Diagnostic &D);
  void suppressions(const Diagnostic &D);
  void invocation();
  void notification(StringRef Level, const Message &M);

  llvm::json::OStream J;
  const Report &R;
  SourceFiles Sources;
  SarifPlaces Places;
  SarifRules Rules;
  LineFingerprints Lines;
  Fingerprints Prints;
  Dropped Left;
  const bool HasSilenced;
};

} // namespace

/// Those with a place; the others are part of the message alone.
static std::vector<const Message *> placedNotes(const Diagnostic &D) {
  std::vector<const Message *> Notes;
  for (const Message &Note : D.Notes)
    if (!Note.Where.File.empty())
      Notes.push_back(&Note);
  return Notes;
}

/// The message, and behind it the notes as links to their places: GitHub shows
/// them only so.
static std::string messageText(const Diagnostic &D) {
  std::string Text = escapedMessage(D.Main.Text) + ".";
  size_t Id = 0;
  for (const Message &Note : D.Notes) {
    std::string Said = escapedMessage(Note.Text);
    bool IsLink = !Note.Where.File.empty() && ++Id <= MaxRelated;
    Text += "\n" + (IsLink ? "[" + Said + "](" + llvm::utostr(Id) + ")" : Said);
    Text += ".";
  }
  return Text;
}

void SarifWriter::related(const Diagnostic &D) {
  std::vector<const Message *> Notes = placedNotes(D);
  Left.Related += cut(Notes, MaxRelated);
  unsigned Id = 0;
  J.attributeArray("relatedLocations", [&] {
    for (const Message *Note : Notes)
      J.object([&] {
        J.attribute("id", ++Id);
        Places.location(*Note);
      });
  });
}

void SarifWriter::codeFlow(const Diagnostic &D) {
  std::vector<const Message *> Steps = {&D.Main};
  for (const Message &Step : D.Path)
    Steps.push_back(&Step);
  Left.Steps += cut(Steps, MaxSteps);
  auto Locations = [&] {
    for (const Message *Step : Steps)
      J.object([&] {
        J.attributeObject("location", [&] { Places.location(*Step); });
      });
  };
  J.attributeArray("codeFlows", [&] {
    J.object([&] {
      J.attributeArray("threadFlows", [&] {
        J.object([&] { J.attributeArray("locations", Locations); });
      });
    });
  });
}

/// Lines and columns where the file is as it was, else bytes.
void SarifWriter::replacement(const Edit &Fix, bool IsUnchanged) {
  std::optional<Place> Where;
  if (IsUnchanged)
    Where = Sources.place(Fix.getFilePath(), Fix.getOffset(), Fix.getLength());
  J.attributeObject("deletedRegion", [&] {
    if (Where)
      return Places.region(*Where);
    J.attribute("byteOffset", Fix.getOffset());
    J.attribute("byteLength", Fix.getLength());
  });
  J.attributeObject("insertedContent", [&] {
    J.attribute("text", utf8(Fix.getReplacementText()));
  });
}

void SarifWriter::fix(const Diagnostic &D) {
  bool IsUnchanged = Sources.isUnchanged(D.Main.Where);
  std::map<StringRef, std::vector<const Edit *>> ByFile;
  for (const Edit &Fix : D.Fixes)
    ByFile[Fix.getFilePath()].push_back(&Fix);
  auto Changes = [&] {
    for (const auto &[File, Edits] : ByFile)
      J.object([&, File = File, &Edits = Edits] {
        Places.artifactLocation(File);
        J.attributeArray("replacements", [&] {
          for (const Edit *Fix : Edits)
            J.object([&] { replacement(*Fix, IsUnchanged); });
        });
      });
  };
  J.attributeArray("fixes", [&] {
    J.object([&] { J.attributeArray("artifactChanges", Changes); });
  });
}

void SarifWriter::fingerprints(const Diagnostic &D) {
  std::string OfLine = Lines.of(D.Main.Where);
  J.attributeObject("partialFingerprints", [&] {
    if (!OfLine.empty())
      J.attribute("primaryLocationLineHash", OfLine);
    J.attribute("asyncTidy/v1", utf8(Prints.next(D)));
  });
}

/// Once one result has them, all must (section 3.27.23).
void SarifWriter::suppressions(const Diagnostic &D) {
  J.attributeArray("suppressions", [&] {
    if (D.isSilenced())
      J.object([&] {
        bool IsComment = D.SilencedBy == Silencer::Comment;
        J.attribute("kind", IsComment ? "inSource" : "external");
      });
  });
}

void SarifWriter::result(const Diagnostic &D) {
  J.attribute("ruleId", D.Check);
  J.attribute("ruleIndex", Rules.index(D.Check));
  J.attribute("level", word(D.Level));
  Places.message(messageText(D));
  J.attributeArray("locations", [&] {
    J.object([&] { Places.physicalLocation(D.Main.Where); });
  });
  fingerprints(D);
  if (HasSilenced)
    suppressions(D);
  if (!D.Path.empty())
    codeFlow(D);
  if (!D.Notes.empty())
    related(D);
  if (!D.Fixes.empty())
    fix(D);
}

void SarifWriter::tool() {
  J.attributeObject("driver", [&] {
    J.attribute("name", "async-tidy");
    J.attribute("semanticVersion", ASYNC_TIDY_VERSION);
    J.attributeBegin("rules");
    Rules.write(J);
    J.attributeEnd();
  });
}

void SarifWriter::notification(StringRef Level, const Message &M) {
  J.object([&] {
    J.attribute("level", Level);
    Places.message(escapedMessage(M.Text));
    if (!M.Where.File.empty())
      J.attributeArray("locations", [&] {
        J.object([&] { Places.physicalLocation(M.Where); });
      });
  });
}

void SarifWriter::invocation() {
  J.attribute("executionSuccessful", R.Failed.empty());
  J.attributeArray("toolExecutionNotifications", [&] {
    for (const Message &Error : failures(R))
      notification("error", Error);
    for (const std::string &Text : Left.texts())
      notification("warning", {Place(), Text});
  });
}

void SarifWriter::run() {
  J.attributeObject("tool", [&] { tool(); });
  J.attribute("columnKind", "utf16CodeUnits");
  J.attributeObject("originalUriBaseIds", [&] {
    J.attributeObject("%SRCROOT%", [&] {
      J.attributeObject("description", [&] {
        J.attribute("text", "The root of the project.");
      });
    });
  });
  J.attributeArray("results", [&] {
    for (const Diagnostic *D : keptResults(R))
      J.object([&] { result(*D); });
  });
  // Behind the results, which tell what is left out of them.
  J.attributeArray("invocations", [&] { J.object([&] { invocation(); }); });
}

void SarifWriter::write() {
  J.object([&] {
    J.attribute("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    J.attribute("version", "2.1.0");
    J.attributeArray("runs", [&] { J.object([&] { run(); }); });
  });
}

std::vector<std::string> writeSarif(llvm::raw_ostream &Out, const Report &R) {
  SarifWriter Writer(Out, R);
  Writer.write();
  Out << '\n';
  return Writer.leftOut().texts();
}

} // namespace asynctidy::report
