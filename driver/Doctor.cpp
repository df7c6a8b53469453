// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// --doctor: whether all that the tool needs is there, one line each.
#include "Log.h"
#include "Modes.h"
#include "Programs.h"
#include "project/Database.h"
#include "project/Paths.h"
#include "project/ResourceDir.h"
#include "report/Output.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

using namespace llvm;

namespace {

class Doctor {
public:
  Doctor(const Options &CommandLine, Configuration &Config)
      : CommandLine(CommandLine), Config(Config),
        Example(absolutePath(
            CommandLine.Files.empty() ? "dummy" : CommandLine.Files.front())) {}

  int examine();

private:
  void good(StringRef What, const Twine &How) {
    outs() << "ok: " << What << ": " << How << '\n';
  }
  void bad(StringRef What, const Twine &How) {
    outs() << "problem: " << What << ": " << How << '\n';
    IsHealthy = false;
  }

  void examineLlvm();
  void examineHeaders();
  void examineDatabase();
  void examine(const Database &Commands, StringRef From);
  void examineConfiguration();
  void examinePlugin();
  void examineOutputs();

  const Options &CommandLine;
  Configuration &Config;
  std::string Example; ///< a file whose configuration and flags are meant
  bool IsHealthy = true;
};

} // namespace

void Doctor::examineLlvm() {
  std::string Running = clang::getClangFullVersion();
  if (StringRef(Running).contains(LLVM_VERSION_STRING))
    good("LLVM", LLVM_VERSION_STRING);
  else
    bad("LLVM", Twine("built with " LLVM_VERSION_STRING ", runs with '") +
                    Running + "': install libclang-cpp" +
                    Twine(LLVM_VERSION_MAJOR) + " of the same version");
}

void Doctor::examineHeaders() {
  Expected<std::string> Folder = findResourceDir();
  if (Folder)
    good("compiler headers", *Folder);
  else
    bad("compiler headers", toString(Folder.takeError()));
}

/// The last flag decides; without one, clang compiles as C++17.
static bool isCpp20(ArrayRef<std::string> Command) {
  bool Is = false;
  for (StringRef Flag : Command)
    if (Flag.consume_front("-std=") || Flag.consume_front("--std=") ||
        Flag.consume_front("/std:")) {
      Is = Flag.consume_front("c++") || Flag.consume_front("gnu++");
      Is &= Flag == "latest" || (Flag >= "20" && Flag < "3");
    }
  return Is;
}

void Doctor::examine(const Database &Commands, StringRef From) {
  std::vector<clang::tooling::CompileCommand> All = Commands.all();
  if (All.empty()) // the same flags for all files
    return good("compile database", From);
  if (CommandLine.Files.empty())
    Example = absolutePath(All[0].Filename, absolutePath(All[0].Directory));
  size_t Modern = 0, Stale = 0;
  std::string Gone;
  for (const auto &Command : All) {
    Modern += isCpp20(Command.CommandLine);
    std::string File =
        absolutePath(Command.Filename, absolutePath(Command.Directory));
    if (sys::fs::exists(File))
      continue;
    ++Stale;
    if (Gone.empty())
      Gone = File;
  }
  std::string Size = counted(All.size(), "file") + ", " +
                     std::to_string(Modern) + " of them in C++20 or later";
  if (Stale)
    bad("compile database", From + ": " + Size + "; " + Twine(Stale) +
                                " not there, '" + Gone +
                                "' for one: configure the build again");
  else if (!Modern)
    bad("compile database",
        From + ": " + Size + "; there are no coroutines without -std=c++20");
  else
    good("compile database", From + ": " + Size);
}

void Doctor::examineDatabase() {
  if (CommandLine.CompilerFlags)
    return good("compile database", "none, flags are given");
  if (!CommandLine.BuildPath.empty()) {
    Expected<Database> Loaded = Database::load(CommandLine.BuildPath);
    if (!Loaded)
      return bad("compile database", toString(Loaded.takeError()));
    return examine(*Loaded, CommandLine.BuildPath);
  }
  Expected<std::optional<Database>> Found = Database::detect(Example);
  if (!Found)
    return bad("compile database", toString(Found.takeError()));
  if (!*Found)
    return bad("compile database",
               "none in the folders above '" + Example +
                   "' or in build/ there: name one with '-p'; CMake makes it "
                   "with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
  examine(**Found, "found above '" + Example + "'");
}

void Doctor::examineConfiguration() {
  std::vector<std::string> Mistakes = Config.mistakes();
  if (Mistakes.empty()) {
    auto InForce = Config.forFile(Example);
    Mistakes = Config.mistakes();
    append_range(Mistakes, InForce->Mistakes);
    for (const RuleMistake &M : InForce->TheSettings->RuleMistakes)
      Mistakes.push_back(M.place() + ": " + M.Message);
    if (Mistakes.empty() && InForce->Checks.empty())
      Mistakes.push_back("no checks enabled: is 'Checks' of .clang-tidy meant "
                         "so?");
    size_t Packs = InForce->TheSettings->Rules->packs().size();
    if (Mistakes.empty())
      return good("configuration",
                  counted(InForce->Checks.size(), "check") + " on, " +
                      counted(Packs, "rule file") + ", project '" +
                      InForce->TheSettings->Project.Root + "'");
  }
  for (const std::string &Mistake : Mistakes)
    bad("configuration", Mistake);
}

/// The plugin beside this program: in lib, or in the folder of it that is the
/// system's; empty where it is not installed.
static std::string findPlugin() {
  static int InThisProgram;
  SmallString<256> Lib(sys::path::parent_path(sys::path::parent_path(
      sys::fs::getMainExecutable(nullptr, &InThisProgram))));
  sys::path::append(Lib, "lib");
  std::vector<std::string> Folders = {Lib.str().str()};
  std::error_code Code;
  for (sys::fs::directory_iterator I(Lib, Code), End; I != End && !Code;
       I.increment(Code))
    Folders.push_back(I->path());
  for (const std::string &Folder : Folders)
    for (StringRef Name :
         {"AsyncTidyModule.so", "async-tidy/AsyncTidyModule.so"}) {
      SmallString<256> File(Folder);
      sys::path::append(File, Name);
      if (sys::fs::exists(File))
        return File.str().str();
    }
  return "";
}

void Doctor::examinePlugin() {
  std::string Plugin = findPlugin();
  if (Plugin.empty())
    return good("plugin", "not installed; async-tidy needs none");
  std::string Own = "clang-tidy-" + std::to_string(LLVM_VERSION_MAJOR);
  for (StringRef Name : {StringRef(Own), StringRef("clang-tidy")}) {
    if (!sys::findProgramByName(Name))
      continue;
    std::string Load = "--load=" + Plugin;
    Expected<std::string> Listed =
        runProgram(Name, {Load, "--checks=-*,async-*", "--list-checks"});
    if (Listed && StringRef(*Listed).contains("async-blocking-call"))
      return good("plugin", Plugin + " loads into " + Name);
    std::string Why =
        Listed ? "it does not list the checks" : toString(Listed.takeError());
    return bad("plugin", Plugin + " does not load into " + Name + " (" + Why +
                             "): install " + Own + ", or use async-clang-tidy");
  }
  good("plugin", Plugin + ", and no clang-tidy in PATH to load it into");
}

void Doctor::examineOutputs() {
  std::string All;
  for (const std::string &File : CommandLine.outputs()) {
    if (Error Failed = report::checkOutput(File)) {
      bad("output", toString(std::move(Failed)));
      continue;
    }
    All += (All.empty() ? "" : ", ") +
           (File == "-" ? "standard output" : "'" + File + "'");
  }
  if (!All.empty())
    good("output", All);
}

int Doctor::examine() {
  examineLlvm();
  examineHeaders();
  examineDatabase();
  examineConfiguration();
  examinePlugin();
  examineOutputs();
  return IsHealthy ? ExitClean : ExitFailed;
}

int runDoctor(const Options &CommandLine, Configuration &Config) {
  return Doctor(CommandLine, Config).examine();
}

} // namespace asynctidy
