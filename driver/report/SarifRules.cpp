// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "SarifRules.h"
#include "CheckTable.h"
#include "SarifLimits.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Regex.h"

namespace asynctidy::report {

using llvm::StringRef;
using llvm::json::OStream;

SarifRules::SarifRules(const Report &R) {
  auto Add = [&](StringRef Name) {
    if (Indexes.try_emplace(Name, Names.size()).second)
      Names.push_back(Name);
  };
  for (const CheckInfo &Info : allChecks())
    Add(Info.Name);
  for (const Diagnostic &D : R.Findings)
    Add(D.Check);
}

std::string withoutPageLinks(StringRef Markdown) {
  llvm::Regex Link("\\[([^][]*)\\]\\([^() ]*\\.md(#[^() ]*)?\\)");
  llvm::SmallVector<StringRef, 3> Parts;
  std::string Result;
  while (Link.match(Markdown, &Parts)) {
    size_t Begin = Parts[0].data() - Markdown.data();
    Result += Markdown.take_front(Begin);
    Result += Parts[1];
    Markdown = Markdown.drop_front(Begin + Parts[0].size());
  }
  return Result + Markdown.str();
}

std::string introduction(StringRef Markdown, size_t Limit) {
  llvm::SmallVector<StringRef, 16> Paragraphs;
  Markdown.split(Paragraphs, "\n\n", /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::string Result;
  for (StringRef Paragraph : Paragraphs) {
    if (Paragraph.starts_with("# ")) // the title
      continue;
    llvm::SmallVector<StringRef, 8> Lines;
    Paragraph.trim().split(Lines, '\n');
    std::string Text = withoutPageLinks(llvm::join(Lines, " "));
    if (Paragraph.starts_with("#") || Result.size() + 1 + Text.size() > Limit)
      break;
    Result += (Result.empty() ? "" : " ") + Text;
  }
  return Result;
}

/// "BlockingCall", of "async-blocking-call".
static std::string pascalCase(StringRef Check) {
  Check.consume_front("async-");
  llvm::SmallVector<StringRef, 4> Words;
  Check.split(Words, '-');
  std::string Name;
  for (StringRef Word : Words)
    Name += llvm::toUpper(Word.front()) + Word.drop_front().str();
  return Name;
}

static void writeText(OStream &J, StringRef Key, const std::string &Text) {
  J.attributeObject(Key, [&] { J.attribute("text", Text); });
}

static StringRef precision(Tier Of) {
  switch (Of) {
  case Tier::Default:
    return "very-high";
  case Tier::Strict:
    return "high";
  case Tier::Opinion:
    return "medium";
  }
  return "medium";
}

static void writePage(OStream &J, const CheckInfo &Info) {
  std::string Summary = Info.Summary.str() + ".";
  Summary.front() = llvm::toUpper(Summary.front());
  std::string Page = withoutPageLinks(Info.Page);
  writeText(J, "shortDescription", Summary);
  writeText(J, "fullDescription", introduction(Info.Page, MaxDescription));
  J.attributeObject("help", [&] {
    J.attribute("text", Page);
    J.attribute("markdown", Page);
  });
}

static void writeWithoutPage(OStream &J, StringRef Name) {
  std::string Text = "A finding of " + Name.str() + ".";
  for (StringRef Key : {"shortDescription", "fullDescription", "help"})
    writeText(J, Key, Text);
}

static void writeRule(OStream &J, StringRef Name) {
  const CheckInfo *Info = findCheck(Name);
  bool IsOn = Info && Info->CheckTier == Tier::Default;
  J.attribute("id", Name);
  J.attribute("name", pascalCase(Name));
  if (Info)
    writePage(J, *Info);
  else
    writeWithoutPage(J, Name);
  J.attributeObject("defaultConfiguration", [&] {
    J.attribute("enabled", IsOn || !Info);
    J.attribute("level", "warning");
  });
  J.attributeObject("properties", [&] {
    J.attribute("precision", precision(Info ? Info->CheckTier : Tier::Default));
    J.attribute("problem.severity", "warning");
    J.attributeArray("tags", [&] {
      for (StringRef Tag :
           {"async", "concurrency", "coroutines", "reliability"})
        J.value(Tag);
    });
  });
}

void SarifRules::write(OStream &J) const {
  J.array([&] {
    for (StringRef Name : Names)
      J.object([&] { writeRule(J, Name); });
  });
}

} // namespace asynctidy::report
