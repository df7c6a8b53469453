// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Workflow commands that GitHub Actions shows as annotations of the code:
//
//   ::warning file=a.cpp,line=3,endLine=3,col=5,endColumn=9,title=check::text
#include "Printable.h"
#include "Prose.h"
#include "Region.h"
#include "SourceFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

namespace asynctidy::report {

using llvm::StringRef;

/// So many annotations of a kind GitHub shows of one step.
constexpr size_t ShownOfKind = 10;

/// \p Text for behind the `::`.
static std::string escaped(StringRef Text) {
  std::string Result;
  for (char C : Text)
    if (StringRef("%\r\n").contains(C))
      Result += "%" + llvm::utohexstr(C, /*LowerCase=*/false, /*Width=*/2);
    else
      Result += C;
  return Result;
}

/// \p Text as the value of a property, which a comma or a colon would end.
static std::string escapedValue(StringRef Text) {
  std::string Result;
  for (char C : escaped(printable(Text)))
    Result += C == ':' ? "%3A" : C == ',' ? "%2C" : std::string(1, C);
  return Result;
}

namespace {

class GithubWriter {
public:
  GithubWriter(llvm::raw_ostream &Out, const Report &R) : Out(Out), R(R) {}

  void write();

private:
  void annotation(StringRef Kind, const Place &Where, StringRef Title,
                  StringRef Text);
  void notice();

  llvm::raw_ostream &Out;
  const Report &R;
  SourceFiles Sources;
  llvm::StringMap<size_t> Written; ///< annotations by kind
};

} // namespace

static StringRef kindOf(const Diagnostic &D) {
  return D.isSilenced() ? "notice" : word(D.Level);
}

void GithubWriter::annotation(StringRef Kind, const Place &Where,
                              StringRef Title, StringRef Text) {
  ++Written[Kind];
  Out << "::" << Kind << ' ';
  if (!Where.File.empty())
    Out << "file=" << escapedValue(R.shown(Where.File)) << ',';
  if (Where.Line) {
    Region In = utf16Region(Where, Sources);
    Out << "line=" << In.Line << ",endLine=" << In.EndLine << ',';
    // GitHub wants no columns where there are several lines.
    if (In.EndLine == In.Line)
      Out << "col=" << In.Column << ",endColumn=" << In.EndColumn << ',';
  }
  Out << "title=" << escapedValue(Title) << "::" << escaped(Text) << '\n';
}

/// Whoever looks at the annotations must not take them for all there is.
void GithubWriter::notice() {
  size_t Hidden = 0;
  for (const auto &Each : Written)
    Hidden += Each.second - std::min(Each.second, ShownOfKind);
  if (Hidden)
    Out << "::notice title=async-tidy::GitHub shows " << ShownOfKind
        << " annotations of a kind; the log of this step has " << Hidden
        << " more\n";
}

void GithubWriter::write() {
  auto Annotate = [&](const Diagnostic *D) {
    annotation(kindOf(*D), D->Main.Where, D->Check, proseWithPlaces(R, *D));
  };
  std::vector<const Diagnostic *> Sorted = errorsFirst(R);
  auto FirstWarning = llvm::partition_point(Sorted, [](const Diagnostic *D) {
    return kindOf(*D) == word(Severity::Error);
  });
  std::for_each(Sorted.begin(), FirstWarning, Annotate);
  for (const Message &Error : failures(R))
    annotation(word(Severity::Error), Error.Where, "async-tidy",
               printable(Error.Text));
  std::for_each(FirstWarning, Sorted.end(), Annotate);
  notice();
}

void writeGithub(llvm::raw_ostream &Out, const Report &R) {
  GithubWriter(Out, R).write();
}

} // namespace asynctidy::report
