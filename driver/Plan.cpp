// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Plan.h"
#include "project/Arguments.h"
#include "project/Database.h"
#include "project/Paths.h"
#include "project/ResourceDir.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <set>

namespace asynctidy {

using namespace llvm;
using clang::tooling::CompileCommand;

namespace {

class Planner {
public:
  Planner(const Options &CommandLine, Configuration &Config)
      : CommandLine(CommandLine), Config(Config) {}

  Expected<Plan> plan();

private:
  Expected<Database> findDatabase();
  std::vector<CompileCommand> withoutPchBuilds(const Database &Commands);
  void planFile(StringRef File, const Database &Commands);
  void add(const CompileCommand &Command);
  bool coversAll(ArrayRef<CompileCommand> Commands) const;
  void noteOrigin(StringRef File, const CompileCommand &Command);

  const Options &CommandLine;
  Configuration &Config;
  Surroundings Around;
  Plan Result;
  /// What was planned already: databases hold a file once for every target
  /// that has it, often with the same flags.
  std::set<std::vector<std::string>> Known;
};

} // namespace

/// Whether some flag already says where clang's own headers are.
static bool namesResourceDir(const Options &CommandLine) {
  auto Names = [](StringRef Flag) { return Flag.starts_with("-resource-dir"); };
  return any_of(CommandLine.ExtraArgs, Names) ||
         any_of(CommandLine.ExtraArgsBefore, Names) ||
         (CommandLine.CompilerFlags &&
          any_of(*CommandLine.CompilerFlags, Names));
}

Expected<Database> Planner::findDatabase() {
  if (CommandLine.CompilerFlags)
    return Database::fixed(*CommandLine.CompilerFlags);
  if (!CommandLine.BuildPath.empty())
    return Database::load(CommandLine.BuildPath);
  std::string First = absolutePath(CommandLine.Files.front());
  Expected<std::optional<Database>> Found = Database::detect(First);
  if (!Found)
    return Found.takeError();
  if (*Found)
    return std::move(**Found);
  Result.Notes.push_back("no compilation database was found above '" +
                         CommandLine.Files.front() +
                         "'; analysed with -std=c++20 and no other flags");
  return Database::fixed({"-std=c++20"});
}

Expected<Plan> Planner::plan() {
  if (CommandLine.Files.empty() && CommandLine.BuildPath.empty())
    return createStringError("nothing to analyse: name files, or a compilation "
                             "database with '-p'; see 'async-tidy --help'");
  Expected<Database> Commands = findDatabase();
  if (!Commands)
    return Commands.takeError();
  Expected<std::string> ResourceDir = findResourceDir();
  if (ResourceDir)
    Around.ResourceDir = *ResourceDir;
  else if (!namesResourceDir(CommandLine))
    return ResourceDir.takeError();
  else
    consumeError(ResourceDir.takeError());

  std::vector<CompileCommand> All = withoutPchBuilds(*Commands);
  if (CommandLine.Files.empty())
    for (const CompileCommand &Command : All)
      add(Command);
  for (const std::string &File : CommandLine.Files)
    planFile(File, *Commands);
  Result.HasDatabase = !All.empty();
  Result.IsWhole = CommandLine.Files.empty() || coversAll(All);
  return std::move(Result);
}

/// The commands that compile sources; what the others make is remembered.
std::vector<CompileCommand>
Planner::withoutPchBuilds(const Database &Commands) {
  std::vector<CompileCommand> All = Commands.all();
  erase_if(All, [&](const CompileCommand &Command) {
    auto Build = pchBuild(Command.CommandLine, Command.Directory);
    if (Build)
      Around.PchHeaders[Build->Pch] = Build->Header;
    return Build.has_value();
  });
  return All;
}

void Planner::planFile(StringRef File, const Database &Commands) {
  std::vector<CompileCommand> Found = Commands.commandsFor(absolutePath(File));
  for (CompileCommand &Command : Found)
    add(Command);
  if (!Found.empty())
    noteOrigin(File, Found.front());
}

bool Planner::coversAll(ArrayRef<CompileCommand> Commands) const {
  std::set<std::string> Planned;
  for (const PlannedJob &Each : Result.Jobs)
    Planned.insert(Each.TheJob.File);
  return all_of(Commands, [&](const CompileCommand &C) {
    return Planned.count(absolutePath(C.Filename, absolutePath(C.Directory)));
  });
}

void Planner::noteOrigin(StringRef File, const CompileCommand &Command) {
  StringRef Origin = Command.Heuristic;
  if (Origin.consume_front("inferred from "))
    Result.Notes.push_back(
        ("'" + File + "' is not in the compilation database; analysed with " +
         "the flags of '" + Origin + "'")
            .str());
}

/// Why \p File cannot be read; empty when it can.
static std::string problemOf(StringRef File) {
  if (sys::fs::is_directory(File))
    return "is a folder; name files, or a compilation database with '-p'";
  Expected<sys::fs::file_t> Handle = sys::fs::openNativeFileForRead(File);
  if (!Handle)
    return "cannot be read: " + toString(Handle.takeError());
  sys::fs::closeFile(*Handle);
  return "";
}

void Planner::add(const CompileCommand &Command) {
  if (Command.CommandLine.empty())
    return;
  PlannedJob Planned;
  Job &TheJob = Planned.TheJob;
  TheJob.Directory = absolutePath(Command.Directory);
  TheJob.File = absolutePath(Command.Filename, TheJob.Directory);
  Planned.Config = Config.forFile(TheJob.File);
  const auto &InForce = Planned.Config->Options;
  Around.Before = InForce.ExtraArgsBefore.value_or(std::vector<std::string>());
  Around.After = InForce.ExtraArgs.value_or(std::vector<std::string>());
  if (CommandLine.What != Mode::Serve) // else it may not be on the disk yet
    TheJob.Problem = problemOf(TheJob.File);
  TheJob.Command =
      fitForClang(Command.CommandLine, TheJob.File, TheJob.Directory, Around);
  if (!TheJob.Problem.empty()) {
    // Nobody asked for it, and nothing would have been found in it.
    if (TheJob.Command.empty() && CommandLine.Files.empty())
      return;
    TheJob.Command.clear();
  }
  std::vector<std::string> Key = TheJob.Command;
  Key.push_back(TheJob.Directory);
  Key.push_back(TheJob.File);
  if (Known.insert(std::move(Key)).second)
    Result.Jobs.push_back(std::move(Planned));
}

Expected<Plan> makePlan(const Options &CommandLine, Configuration &Config) {
  return Planner(CommandLine, Config).plan();
}

} // namespace asynctidy
