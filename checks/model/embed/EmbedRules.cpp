// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// async-embed-rules --json-schema: prints rules/schema.json.
// async-embed-rules OUTPUT FILE...: checks the built-in rule files and writes
// them into a C++ source as bytes. Runs when the tool is built, so a mistake in
// a built-in rule file fails the build, at its line.

#include "JsonSchema.h"
#include "PackCode.h"
#include "References.h"
#include "RuleNames.h"
#include "RuleSchema.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using llvm::StringRef;
using namespace asynctidy;

namespace {

constexpr unsigned BytesPerLine = 60;

void writeBytes(StringRef Bytes, llvm::raw_ostream &OS) {
  for (; !Bytes.empty(); Bytes = Bytes.drop_front(std::min<std::size_t>(
                             BytesPerLine, Bytes.size()))) {
    OS << "\n    \"";
    for (unsigned char C : Bytes.take_front(BytesPerLine)) {
      // Three octal digits, always: a digit may follow.
      if (llvm::isAlnum(C) || StringRef(" :_-.,()'").contains(C))
        OS << C;
      else
        OS << '\\' << char('0' + (C >> 6)) << char('0' + (C >> 3 & 7))
           << char('0' + (C & 7));
    }
    OS << '"';
  }
}

/// From names' last parts to the numbers, as bytes, of the packs that have
/// them.
using PacksOfNames = std::map<std::string, std::string>;

void addNumber(std::string &To, unsigned Pack) {
  if (To.empty() || To.back() != static_cast<char>(Pack))
    To += static_cast<char>(Pack);
}

/// A literal, and its length, since there may be zeros in it.
void writeBytesOf(StringRef Text, llvm::raw_ostream &OS) {
  OS << '{';
  writeBytes(Text, OS);
  if (Text.empty())
    OS << "\"\"";
  OS << ", " << Text.size() << '}';
}

void writeNames(const PacksOfNames &Names, llvm::raw_ostream &OS) {
  OS << "\nstatic constexpr EmbeddedName FunctionNames[] = {\n";
  for (const auto &[Part, Numbers] : Names) {
    OS << "    {\"" << Part << "\", ";
    writeBytesOf(Numbers, OS);
    OS << "},\n";
  }
  OS << "};\n";
}

std::string sourceOf(llvm::ArrayRef<std::unique_ptr<RulePack>> Packs) {
  std::string Source, Table;
  llvm::raw_string_ostream OS(Source), TableOS(Table);
  OS << "// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
        "// Made by async-embed-rules from rules/*.yaml.\n";
  PacksOfNames Functions;
  std::vector<std::string> Roles(ruleSchema().size());
  for (unsigned I = 0; I != Packs.size(); ++I) {
    StringRef Name = llvm::sys::path::filename(Packs[I]->File);
    OS << "\nstatic constexpr char Pack" << I << "[] =";
    writeBytes(encodePack(*Packs[I]), OS);
    OS << ";\n";
    TableOS << "    {\"" << Name << "\", {Pack" << I << ", sizeof(Pack" << I
            << ") - 1}},\n";
    for (const RuleEntry &Entry : Packs[I]->Entries) {
      for (const std::string &Name : Entry.Functions)
        addNumber(Functions[lastPart(Name).str()], I);
      addNumber(Roles[static_cast<std::size_t>(Entry.EntryRole)], I);
    }
  }
  OS << "\nstatic constexpr EmbeddedPack EmbeddedPacks[] = {\n"
     << TableOS.str() << "};\n";
  writeNames(Functions, OS);
  OS << "\nstatic constexpr llvm::StringRef RolePacks[] = {\n";
  for (const std::string &Numbers : Roles) {
    writeBytesOf(Numbers, OS);
    OS << ",\n";
  }
  OS << "};\n";
  return OS.str();
}

int fail(StringRef File, const llvm::Twine &Why) {
  llvm::errs() << File << ": error: " << Why << '\n';
  return 1;
}

int writeIfChanged(StringRef Path, StringRef Text) {
  if (auto Old = llvm::MemoryBuffer::getFile(Path))
    if ((*Old)->getBuffer() == Text)
      return 0;
  std::error_code Error;
  llvm::raw_fd_ostream OS(Path, Error);
  if (Error)
    return fail(Path, Error.message());
  OS << Text;
  return 0;
}

} // namespace

int main(int Count, char **Arguments) {
  if (Count == 2 && StringRef(Arguments[1]) == "--json-schema") {
    llvm::outs() << llvm::formatv("{0:2}", ruleFileSchema()) << '\n';
    return 0;
  }
  std::vector<std::unique_ptr<RulePack>> Packs;
  std::vector<RuleMistake> Mistakes;
  References Defined;
  llvm::ArrayRef<const char *> Paths(Arguments, Count);
  for (const char *Path : Paths.drop_front(2)) {
    auto Text = llvm::MemoryBuffer::getFile(Path);
    if (!Text)
      return fail(Path, Text.getError().message());
    RuleReadResult Result = readRules({(*Text)->getBuffer(), Path});
    llvm::append_range(Mistakes, Result.Mistakes);
    if (Result.Pack) {
      Defined.addDefinitions(*Result.Pack);
      Packs.push_back(std::move(Result.Pack));
    }
  }
  for (auto &Pack : Packs) {
    Defined.check(*Pack, Mistakes);
    StringRef Name = llvm::sys::path::filename(Pack->File);
    Pack->File = (BuiltInFolder + Name).str();
  }
  for (const RuleMistake &M : Mistakes)
    llvm::errs() << M.File << ':' << M.Line << ':' << M.Column
                 << ": error: " << M.Message << '\n';
  if (!Mistakes.empty())
    return 1;
  if (Packs.size() > 255) // their numbers are bytes
    return fail(Paths[1], "too many rule files");
  return writeIfChanged(Paths[1], sourceOf(Packs));
}
