// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Catalogue.h"
#include "PackCode.h"
#include "References.h"
#include "Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::ArrayRef;
using llvm::StringRef;
using llvm::Twine;

namespace asynctidy {

#include "EmbeddedPacks.inc"

const EmbeddedRules &embeddedRules() {
  static constexpr EmbeddedRules Rules = {EmbeddedPacks, FunctionNames,
                                          RolePacks};
  return Rules;
}

namespace {

class Loader {
public:
  explicit Loader(std::vector<RuleMistake> &Mistakes) : Mistakes(Mistakes) {}

  void addBuiltIn(const EmbeddedPack &Pack) {
    Packs.push_back(decodePack(Pack.Code));
  }
  void addPath(StringRef Path);
  std::shared_ptr<const Catalogue> finish();

private:
  void addFolder(StringRef Path);
  void addFile(StringRef Path);
  void mistake(StringRef File, const Twine &Message) {
    Mistakes.push_back({File.str(), 0, 0, Message.str()});
  }
  void checkReferences();
  void checkDisabled(RuleReadResult &File);
  void disable(StringRef Library);
  void cannotRead(StringRef Path, std::error_code Error);
  void add(llvm::MemoryBufferRef Text) { Files.push_back(readRules(Text)); }

  std::vector<RuleMistake> &Mistakes;
  std::vector<std::unique_ptr<RulePack>> Packs; ///< first the built-in ones
  std::vector<RuleReadResult> Files;
  llvm::StringSet<> Known; ///< what was read: naming it twice is no mistake
};

void Loader::cannotRead(StringRef Path, std::error_code Error) {
  std::string Why = Error.message();
  if (!Why.empty())
    Why[0] = llvm::toLower(Why[0]);
  mistake(Path, "cannot be read: " + Why);
}

void Loader::addPath(StringRef Path) {
  llvm::sys::fs::file_status Status;
  if (std::error_code Error = llvm::sys::fs::status(Path, Status))
    return cannotRead(Path, Error);
  using llvm::sys::fs::file_type;
  if (llvm::sys::fs::is_directory(Status))
    addFolder(Path);
  else if (llvm::sys::fs::is_regular_file(Status) ||
           Status.type() == file_type::fifo_file)
    addFile(Path);
  else // a device may never end
    mistake(Path, "neither a file nor a folder");
}

void Loader::addFolder(StringRef Path) {
  std::vector<std::string> Found;
  std::error_code Error;
  for (llvm::sys::fs::directory_iterator I(Path, Error), End;
       !Error && I != End; I.increment(Error)) {
    StringRef Extension = llvm::sys::path::extension(I->path());
    if (Extension == ".yaml" || Extension == ".yml")
      Found.push_back(I->path());
  }
  if (Error)
    return cannotRead(Path, Error);
  if (Found.empty())
    mistake(Path, "no rule file (.yaml or .yml) in this folder");
  llvm::sort(Found); // the order of a folder differs from machine to machine
  for (const std::string &File : Found)
    addFile(File);
}

void Loader::addFile(StringRef Path) {
  llvm::SmallString<128> Real;
  if (!llvm::sys::fs::real_path(Path, Real) && !Known.insert(Real).second)
    return;
  auto Text = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false);
  if (!Text)
    return cannotRead(Path, Text.getError());
  add({(*Text)->getBuffer(), Path});
}

/// A remedy or an evidence may be defined in any file, so these are looked up
/// when all have been read. With a file that was not understood as a whole
/// there is no telling what is defined.
void Loader::checkReferences() {
  References Defined;
  for (const auto &Pack : Packs)
    Defined.addDefinitions(*Pack);
  for (const RuleReadResult &File : Files) {
    if (File.Incomplete)
      return;
    Defined.addDefinitions(*File.Pack);
  }
  for (RuleReadResult &File : Files)
    Defined.check(*File.Pack, File.Mistakes);
}

/// Tells where a library is named that has no rules.
void Loader::checkDisabled(RuleReadResult &File) {
  std::vector<StringRef> Known;
  for (const auto &Pack : Packs)
    Known.push_back(Pack->Library);
  for (const RuleReadResult &Other : Files)
    if (Other.Pack && &Other != &File)
      Known.push_back(Other.Pack->Library);
  for (const RulePack::Disabled &D : File.Pack->Disables)
    if (!llvm::is_contained(Known, D.Library))
      File.Mistakes.push_back({File.Pack->File, D.Line, D.Column,
                               "there are no rules of a library '" + D.Library +
                                   "'" + suggestion(D.Library, Known)});
}

/// The advice and the evidence of a library that is switched off stay: others'
/// entries may refer to them.
void Loader::disable(StringRef Library) {
  for (auto &Pack : Packs)
    if (Pack->Library == Library)
      llvm::erase_if(Pack->Entries, [](const RuleEntry &Entry) {
        return Entry.EntryRole != Role::Remedy &&
               Entry.EntryRole != Role::Evidence;
      });
}

std::shared_ptr<const Catalogue> Loader::finish() {
  if (!Files.empty())
    checkReferences();
  for (RuleReadResult &File : Files)
    if (File.Pack)
      checkDisabled(File);
  for (RuleReadResult &File : Files) {
    sortByPlace(File.Mistakes);
    if (File.Mistakes.empty()) {
      for (const RulePack::Disabled &D : File.Pack->Disables)
        disable(D.Library);
      Packs.push_back(std::move(File.Pack));
    }
    llvm::append_range(Mistakes, File.Mistakes);
  }
  return std::make_shared<const Catalogue>(std::move(Packs));
}

} // namespace

std::shared_ptr<const Catalogue>
loadCatalogue(ArrayRef<std::string> Paths, std::vector<RuleMistake> &Mistakes) {
  if (Paths.empty())
    return std::make_shared<const Catalogue>(embeddedRules());
  Loader L(Mistakes);
  for (const EmbeddedPack &Pack : embeddedRules().Packs)
    L.addBuiltIn(Pack);
  for (const std::string &Path : Paths)
    L.addPath(Path);
  return L.finish();
}

} // namespace asynctidy
