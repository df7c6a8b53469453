// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ConfigProvider.h"
#include "project/Nesting.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace asynctidy {

using namespace clang::tidy;
namespace path = llvm::sys::path;

static constexpr const char *ConfigName = ".clang-tidy";

static std::string cannotRead(llvm::StringRef File, std::error_code Why) {
  return ("async-tidy: error: cannot read '" + File + "': " + Why.message())
      .str();
}

static std::string spell(const llvm::SMDiagnostic &Diagnostic) {
  return (Diagnostic.getFilename() + ":" + llvm::Twine(Diagnostic.getLineNo()) +
          ":" + llvm::Twine(Diagnostic.getColumnNo() + 1) +
          ": error: " + Diagnostic.getMessage())
      .str();
}

static std::optional<ClangTidyOptions>
parse(llvm::MemoryBufferRef Text, std::vector<std::string> &Mistakes) {
  if (isNestedTooDeeply(Text.getBuffer())) {
    Mistakes.push_back(
        (Text.getBufferIdentifier() + ": error: nested too deeply").str());
    return std::nullopt;
  }
  size_t Before = Mistakes.size();
  auto Parsed =
      parseConfigurationWithDiags(Text, [&](const llvm::SMDiagnostic &What) {
        if (What.getKind() == llvm::SourceMgr::DK_Error)
          Mistakes.push_back(spell(What));
      });
  if (Parsed)
    return *Parsed;
  if (Mistakes.size() == Before)
    Mistakes.push_back(
        (Text.getBufferIdentifier() + ": error: " + Parsed.getError().message())
            .str());
  return std::nullopt;
}

/// \p File, or, when its folder has gone, one that could be in the nearest
/// folder above that is there: clang-tidy's search complains about the others.
static std::string inExistingFolder(llvm::StringRef File) {
  llvm::SmallString<256> Path(File);
  while (path::has_parent_path(Path) &&
         !llvm::sys::fs::is_directory(path::parent_path(Path)))
    path::remove_filename(Path);
  return Path.str().str();
}

/// What keeps the nearest .clang-tidy above \p File from being read. For
/// clang-tidy's search it would be as if it were not there.
static std::optional<std::string> unreadableConfig(llvm::StringRef File) {
  for (llvm::StringRef Folder = path::parent_path(File); !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<256> Name(Folder);
    path::append(Name, ConfigName);
    if (!llvm::sys::fs::is_regular_file(Name))
      continue;
    auto Handle = llvm::sys::fs::openNativeFileForRead(Name);
    if (!Handle)
      return cannotRead(Name, llvm::errorToErrorCode(Handle.takeError()));
    llvm::sys::fs::closeFile(*Handle);
    return std::nullopt;
  }
  return std::nullopt;
}

namespace {

class ConfigProvider : public FileOptionsBaseProvider {
public:
  ConfigProvider(ClangTidyGlobalOptions Global, ClangTidyOptions Override,
                 std::optional<ClangTidyOptions> Config,
                 std::vector<std::string> &Mistakes)
      : FileOptionsBaseProvider(std::move(Global), ClangTidyOptions(),
                                std::move(Override), handlers(Mistakes)),
        Config(std::move(Config)), Mistakes(Mistakes) {
    FS = llvm::vfs::getRealFileSystem();
  }

  std::vector<OptionsSource> getRawOptions(llvm::StringRef File) override {
    std::vector<OptionsSource> Sources =
        DefaultOptionsProvider::getRawOptions(File);
    if (!Config || Config->InheritParentConfig.value_or(false))
      addConfigFiles(File, Sources);
    if (Config)
      Sources.emplace_back(*Config, OptionsSourceTypeConfigCommandLineOption);
    Sources.emplace_back(OverrideOptions,
                         OptionsSourceTypeCheckCommandLineOption);
    return Sources;
  }

private:
  void addConfigFiles(llvm::StringRef File,
                      std::vector<OptionsSource> &Sources) {
    if (auto Mistake = unreadableConfig(File))
      Mistakes.push_back(*Mistake);
    else
      addRawFileOptions(inExistingFolder(File), Sources);
  }

  static ConfigFileHandlers handlers(std::vector<std::string> &Mistakes) {
    auto Read = [&Mistakes](llvm::MemoryBufferRef Text) {
      // What is wrong was kept; an error code would be printed once more.
      return llvm::ErrorOr<ClangTidyOptions>(
          parse(Text, Mistakes).value_or(ClangTidyOptions()));
    };
    return {{ConfigName, Read}};
  }

  const std::optional<ClangTidyOptions> Config;
  std::vector<std::string> &Mistakes;
};

} // namespace

static ClangTidyOptions commandLineOptions(const Options &CommandLine) {
  ClangTidyOptions Result;
  Result.Checks = CommandLine.Checks;
  Result.WarningsAsErrors = CommandLine.WarningsAsErrors;
  Result.HeaderFilterRegex = CommandLine.HeaderFilter;
  Result.ExcludeHeaderFilterRegex = CommandLine.ExcludeHeaderFilter;
  Result.UseColor = CommandLine.UseColor;
  if (!CommandLine.ExtraArgs.empty())
    Result.ExtraArgs = CommandLine.ExtraArgs;
  if (!CommandLine.ExtraArgsBefore.empty())
    Result.ExtraArgsBefore = CommandLine.ExtraArgsBefore;
  return Result;
}

/// The options of --config or --config-file; nothing when neither was given.
static std::optional<ClangTidyOptions>
givenConfig(const Options &CommandLine, std::vector<std::string> &Mistakes) {
  if (CommandLine.Config) {
    // As in clang-tidy, an empty text means: look for .clang-tidy.
    if (llvm::StringRef(*CommandLine.Config).trim().empty())
      return std::nullopt;
    // The shell takes the last line end from "$(async-tidy --dump-config)", and
    // without it the parser does not see that `...` is the end.
    return parse({*CommandLine.Config + "\n", "<command-line-config>"},
                 Mistakes);
  }
  if (!CommandLine.ConfigFile)
    return std::nullopt;
  auto Text = llvm::MemoryBuffer::getFile(*CommandLine.ConfigFile,
                                          /*IsText=*/true);
  if (Text)
    return parse((*Text)->getMemBufferRef(), Mistakes);
  Mistakes.push_back(cannotRead(*CommandLine.ConfigFile, Text.getError()));
  return std::nullopt;
}

std::unique_ptr<ClangTidyOptionsProvider>
makeConfigProvider(const Options &CommandLine,
                   std::vector<std::string> &Mistakes) {
  std::optional<ClangTidyOptions> Config = givenConfig(CommandLine, Mistakes);
  if (!Mistakes.empty())
    return nullptr;
  return std::make_unique<ConfigProvider>(CommandLine.Filters,
                                          commandLineOptions(CommandLine),
                                          std::move(Config), Mistakes);
}

} // namespace asynctidy
