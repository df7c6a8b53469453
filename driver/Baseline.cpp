// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Baseline.h"
#include "report/Fingerprint.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"

namespace asynctidy {

using llvm::StringRef;

static constexpr StringRef HeaderStart = "# async-tidy baseline, version ";
static constexpr StringRef Explanation =
    "# findings that are not reported: check, path, function, hash of the line";

static std::string header() { return (HeaderStart + ASYNC_TIDY_VERSION).str(); }

static bool isHash(StringRef Text) {
  return Text.size() == report::LineHashLength &&
         llvm::all_of(Text, llvm::isHexDigit);
}

using Fields = llvm::SmallVector<StringRef, 4>;

static Fields fieldsOf(StringRef Line) {
  Fields All;
  Line.split(All, '\t');
  return All;
}

static bool isComment(StringRef Line) {
  return Line.empty() || Line.front() == '#';
}

/// What is wrong with a line below the header; empty if nothing is.
static StringRef mistakeIn(StringRef Line) {
  if (isComment(Line))
    return "";
  for (StringRef Mark : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"})
    if (Line.starts_with(Mark))
      return "a merge conflict: keep the lines of both sides, and then remove "
             "those that are stale with '--prune-baseline'";
  Fields All = fieldsOf(Line);
  if (All.size() != 4 || All[0].empty() || All[1].empty() || !isHash(All[3]))
    return "expected check, path, function and hash of a finding with tabs "
           "between them; '--write-baseline' makes the file anew";
  return "";
}

llvm::Expected<Baseline> Baseline::read(StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return llvm::createStringError(
        "cannot read '" + File + "': " + Buffer.getError().message() +
        (Buffer.getError() == std::errc::no_such_file_or_directory
             ? "; '--write-baseline' makes it"
             : ""));
  Baseline Result;
  StringRef Rest = (*Buffer)->getBuffer();
  while (!Rest.empty()) {
    auto [Text, Below] = Rest.split('\n');
    Rest = Below;
    Text.consume_back("\r");
    bool IsHeader = Result.Lines.empty();
    StringRef Mistake = !IsHeader ? mistakeIn(Text)
                        : !Text.starts_with(HeaderStart)
                            ? "not a baseline: expected a first "
                              "line as '--write-baseline' "
                              "makes it"
                            : "";
    Result.Lines.push_back({Text.str()});
    if (!Mistake.empty())
      return llvm::createStringError(
          File + ":" + llvm::Twine(Result.Lines.size()) + ": " + Mistake);
  }
  if (Result.Lines.empty())
    return llvm::createStringError(
        "'" + File + "' is empty; '--write-baseline' makes it anew");
  Result.Version =
      StringRef(Result.Lines.front().Text).substr(HeaderStart.size()).str();
  return std::move(Result);
}

void Baseline::silence(report::Report &R) {
  llvm::StringMap<llvm::SmallVector<Line *, 1>> Open;
  for (Line &L : llvm::reverse(Lines))
    if (!isComment(L.Text) && !L.IsMatched)
      Open[L.Text].push_back(&L);
  for (report::Diagnostic &D : R.Findings) {
    auto Known = Open.find(report::identityOf(D, R));
    if (Known == Open.end() || Known->second.empty())
      continue;
    Known->second.pop_back_val()->IsMatched = true;
    D.SilencedBy = report::Silencer::Baseline;
  }
}

std::vector<BaselineLine> Baseline::unmatched() const {
  std::vector<BaselineLine> Result;
  for (const auto &[Index, L] : llvm::enumerate(Lines)) {
    if (isComment(L.Text) || L.IsMatched)
      continue;
    Fields All = fieldsOf(L.Text);
    Result.push_back({static_cast<unsigned>(Index) + 1, All[0].str(),
                      All[1].str(), All[2].str()});
  }
  return Result;
}

std::string Baseline::without(const std::set<unsigned> &Dropped) const {
  std::string Text = header() + '\n';
  for (size_t I = 1; I < Lines.size(); ++I)
    if (!Dropped.count(I + 1))
      Text += Lines[I].Text + '\n';
  return Text;
}

std::string baselineOf(const report::Report &R) {
  std::vector<std::string> Lines;
  for (const report::Diagnostic &D : R.Findings)
    Lines.push_back(report::identityOf(D, R));
  llvm::sort(Lines);
  std::string Text = header() + '\n' + Explanation.str() + '\n';
  for (const std::string &Line : Lines)
    Text += Line + '\n';
  return Text;
}

} // namespace asynctidy
