// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Database.h"
#include "CommandList.h"
#include "Nesting.h"
#include "Paths.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace asynctidy {

using namespace llvm;
using namespace clang::tooling;

static constexpr const char *CommandsName = "compile_commands.json";
static constexpr const char *FlagsName = "compile_flags.txt";

static std::string join(StringRef Folder, StringRef Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

static Expected<std::unique_ptr<CompilationDatabase>>
readCommands(StringRef File) {
  auto Text = MemoryBuffer::getFile(File);
  if (!Text)
    return createStringError("cannot read '" + File +
                             "': " + Text.getError().message());
  auto Broken = [&](StringRef Why) {
    return createStringError("'" + File +
                             "' is not a compilation database: " + Why);
  };
  // LLVM's reader takes what it understands and is silent about the rest: half
  // a database would be analysed as if it were whole.
  StringRef Content = (*Text)->getBuffer();
  if (isNestedTooDeeply(Content))
    return Broken("it is nested too deeply");
  if (Expected<json::Value> Value = json::parse(Content); !Value)
    return Broken(toString(Value.takeError()));
  std::string Reason;
  auto Json = JSONCompilationDatabase::loadFromBuffer(
      Content, Reason, JSONCommandLineSyntax::AutoDetect);
  if (!Json)
    return Broken(StringRef(Reason).trim());

  std::string Folder = sys::path::parent_path(absolutePath(File)).str();
  std::vector<CompileCommand> Commands = Json->getAllCompileCommands();
  for (CompileCommand &Command : Commands)
    Command.Directory = absolutePath(Command.Directory, Folder);
  if (Commands.empty())
    return createStringError("'" + File + "' has no entries");
  // The order matters: flags in response files are part of what is inferred,
  // and the compiler's name is part of the flags.
  return inferTargetAndDriverMode(inferMissingCompileCommands(
      expandResponseFiles(std::make_unique<CommandList>(std::move(Commands)),
                          vfs::createPhysicalFileSystem())));
}

static Expected<std::unique_ptr<CompilationDatabase>>
readFlags(StringRef File) {
  std::string Reason;
  if (auto Flags = FixedCompilationDatabase::loadFromFile(File, Reason))
    return std::unique_ptr<CompilationDatabase>(std::move(Flags));
  return createStringError("cannot read '" + File + "': " + Reason);
}

Expected<Database> Database::load(StringRef Path) {
  auto Made = [](Expected<std::unique_ptr<CompilationDatabase>> Commands)
      -> Expected<Database> {
    if (!Commands)
      return Commands.takeError();
    return Database(std::move(*Commands));
  };
  if (!sys::fs::exists(Path))
    return createStringError("there is no '" + Path + "'");
  if (!sys::fs::is_directory(Path))
    return sys::path::filename(Path) == FlagsName ? Made(readFlags(Path))
                                                  : Made(readCommands(Path));
  if (std::string File = join(Path, CommandsName); sys::fs::exists(File))
    return Made(readCommands(File));
  if (std::string File = join(Path, FlagsName); sys::fs::exists(File))
    return Made(readFlags(File));
  return createStringError("there is no '" + Twine(CommandsName) + "' in '" +
                           Path + "'");
}

Expected<std::optional<Database>> Database::detect(StringRef File) {
  for (StringRef Folder = sys::path::parent_path(File); !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    for (const std::string &Candidate :
         {join(Folder, CommandsName), join(Folder, FlagsName),
          join(join(Folder, "build"), CommandsName)})
      if (sys::fs::exists(Candidate)) {
        Expected<Database> Loaded = load(Candidate);
        if (!Loaded)
          return Loaded.takeError();
        return std::optional<Database>(std::move(*Loaded));
      }
  return std::nullopt;
}

Database Database::fixed(ArrayRef<std::string> Flags) {
  bool NamesCompiler = !Flags.empty() && !Flags.front().empty() &&
                       !StringRef("-@").contains(Flags.front().front());
  auto Commands = std::make_unique<FixedCompilationDatabase>(
      absolutePath("."),
      std::vector<std::string>(Flags.drop_front(NamesCompiler)));
  if (!NamesCompiler)
    return Database(std::move(Commands));
  auto Named =
      std::make_unique<ArgumentsAdjustingCompilations>(std::move(Commands));
  Named->appendArgumentsAdjuster(
      [Compiler = Flags.front()](CommandLineArguments Command, StringRef) {
        Command.front() = Compiler;
        return Command;
      });
  return Database(inferTargetAndDriverMode(std::move(Named)));
}

} // namespace asynctidy
