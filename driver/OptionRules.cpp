// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "OptionRules.h"
#include "Log.h"
#include "project/Paths.h"
#include "llvm/Support/FileSystem.h"
#include <functional>
#include <set>

namespace asynctidy {

std::optional<Mode> chosenMode(const CommandLine &Line) {
  std::vector<std::pair<llvm::StringRef, Mode>> Given;
  auto Look = [&](const llvm::cl::Option &Option, Mode What) {
    if (Option.getNumOccurrences())
      Given.emplace_back(Option.ArgStr, What);
  };
  Look(Line.Explain, Mode::Explain);
  Look(Line.ListChecks, Mode::ListChecks);
  Look(Line.DumpConfig, Mode::DumpConfig);
  Look(Line.VerifyConfig, Mode::VerifyConfig);
  Look(Line.VerifyRules, Mode::VerifyRules);
  Look(Line.ListRules, Mode::ListRules);
  if (Line.Doctor)
    Look(Line.Doctor, Mode::Doctor);
  if (Line.Link)
    Look(Line.Link, Mode::Link);
  if (Line.Convert)
    Look(Line.Convert, Mode::Convert);
  if (Line.Lsp)
    Look(Line.Lsp, Mode::Serve);
  if (Given.empty())
    return Mode::Analyse;
  if (Given.size() == 1)
    return Given.front().second;
  logError("'--" + Given[0].first + "' and '--" + Given[1].first +
           "' cannot be given together");
  return std::nullopt;
}

/// Whether every report, and what --export-fixes writes, has a place of its
/// own.
static bool areApart(const Options &Given) {
  std::set<std::string> Taken;
  for (const std::string &File : Given.outputs())
    if (!Taken.insert(File == "-" ? File : absolutePath(File)).second) {
      logError("two reports go to " +
               (File == "-" ? "standard output" : "'" + File + "'"));
      return false;
    }
  return true;
}

/// Whether nothing that is read would be written over.
static bool keepsInputs(const Options &Given) {
  std::set<std::string> Read;
  for (const std::string &File : Given.Files)
    Read.insert(absolutePath(File));
  if (!Given.Baseline.empty() && !Given.PruneBaseline)
    Read.insert(absolutePath(Given.Baseline));
  for (const std::string &File : Given.outputs())
    if (File != "-" && Read.count(absolutePath(File))) {
      logError("'" + File + "' would be both read and written");
      return false;
    }
  return true;
}

/// Whether the options go together with old findings.
static bool isAboutBaselines(const CommandLine &Line, const Options &Given) {
  if (Line.Baseline.getNumOccurrences() &&
      Line.WriteBaseline.getNumOccurrences()) {
    logError("'--baseline' and '--write-baseline' cannot be given together; "
             "'--write-baseline' writes all findings of today");
    return false;
  }
  if (Given.PruneBaseline && Given.Baseline.empty()) {
    logError("'--prune-baseline' needs '--baseline=FILE'");
    return false;
  }
  for (const CommandLine::Text *Option :
       {&Line.Baseline, &Line.WriteBaseline, &Line.Since})
    if (Option->getNumOccurrences() &&
        (Option->empty() || (*Option == "-" && Option != &Line.Since))) {
      logError("'" + Option->getValue() + "' is no value of '--" +
               Option->ArgStr + "'; expected a " +
               (Option == &Line.Since ? "revision of git" : "file"));
      return false;
    }
  return true;
}

/// Nothing would be part of a project that is not there.
static bool hasProjectRoot(const Options &Given) {
  const std::string &Root = Given.ProjectRoot;
  if (Root.empty() || llvm::sys::fs::is_directory(Root))
    return true;
  logError("invalid value of '--project-root': '" + Root + "' is no folder");
  return false;
}

using SomeOptions =
    llvm::ArrayRef<std::reference_wrapper<const llvm::cl::Option>>;

/// Whether none of \p Useless was given to \p Mode, which would ignore them in
/// silence. \p Why says why, or what to do instead.
static bool lacks(SomeOptions Useless, llvm::StringRef Mode,
                  llvm::StringRef Why) {
  for (const llvm::cl::Option &Option : Useless)
    if (Option.getNumOccurrences()) {
      logError((Option.ArgStr.size() == 1 ? "'-" : "'--") + Option.ArgStr +
               "' means nothing to '--" + Mode + "'" + Why);
      return false;
    }
  return true;
}

/// Whether nothing is asked for that needs the sources as they were when what
/// \p Mode reads was made.
static bool leavesSources(const Options &Given, llvm::StringRef Mode,
                          llvm::StringRef Made) {
  if (!Given.Fix)
    return true;
  logError("'--fix' is for sources as they are now, and they may have changed "
           "since the " +
           Made + " were made: fix without '--" + Mode + "'");
  return false;
}

static bool lacksFlags(const Options &Given, llvm::StringRef Mode,
                       llvm::StringRef Instead) {
  if (!Given.CompilerFlags)
    return true;
  logError("compiler flags mean nothing to '--" + Mode + "'" + Instead);
  return false;
}

/// Whether the options go together with making or linking summaries.
static bool isAboutSummaries(const CommandLine &Line, const Options &Given) {
  if (!Given.WriteSummary.empty() &&
      (Given.What != Mode::Analyse || Given.Files.size() != 1)) {
    logError("'--write-summary' is for one source file");
    return false;
  }
  if (Given.WriteSummary == "-" || Given.WriteIndex == "-") {
    logError("summaries and indexes are no text: they need a file, not '-'");
    return false;
  }
  if (!Given.WriteDependencies.empty() && Given.WriteSummary.empty()) {
    logError("'--write-dependencies' needs '--write-summary'");
    return false;
  }
  if (Given.What != Mode::Link)
    return true;
  constexpr const char *Instead = ": give it where the summaries are made";
  return leavesSources(Given, "link", "summaries") &&
         lacks({Line.Checks, Line.WarningsAsErrors, Line.Rules, Line.Config,
                Line.ConfigFile, Line.LineFilter, Line.BuildPath,
                Line.HeaderFilter, Line.Index, Line.ExtraArgs,
                Line.ExcludeHeaderFilter, Line.WriteSummary,
                Line.ExtraArgsBefore},
               "link", Instead) &&
         lacksFlags(Given, "link", ": give them where the summaries are made");
}

/// Whether the options go together with converting what clang-tidy has found.
static bool isAboutConversion(const CommandLine &Line, const Options &Given) {
  if (Given.What != Mode::Convert)
    return true;
  return leavesSources(Given, "convert", "files") &&
         lacks({Line.Checks, Line.WarningsAsErrors, Line.Config,
                Line.ConfigFile, Line.LineFilter, Line.BuildPath,
                Line.HeaderFilter, Line.ExcludeHeaderFilter, Line.ExtraArgs,
                Line.ExtraArgsBefore},
               "convert", ": give it to clang-tidy") &&
         lacks({Line.Rules, Line.Index, Line.WriteIndex, Line.Jobs,
                Line.PruneBaseline, Line.ReportUnusedNolint},
               "convert", ", which analyses nothing") &&
         lacksFlags(Given, "convert", ": give them to clang-tidy");
}

/// Whether the options go together with serving an editor.
static bool isAboutEditing(const CommandLine &Line, const Options &Given) {
  if (Given.What != Mode::Serve)
    return true;
  if (!Given.Files.empty()) {
    logError("'--lsp' takes no FILE: the editor says which ones are open");
    return false;
  }
  return lacks({Line.Report, Line.Fix, Line.LineFilter, Line.ExportFixes,
                Line.WriteSummary, Line.WriteDependencies, Line.WriteIndex,
                Line.Baseline, Line.WriteBaseline, Line.PruneBaseline,
                Line.Since, Line.ReportUnusedNolint, Line.ShowSuppressed,
                Line.ExitZero},
               "lsp", "");
}

static bool isAboutConfiguration(const CommandLine &Line) {
  if (!Line.Config.getNumOccurrences() || !Line.ConfigFile.getNumOccurrences())
    return true;
  logError("'--config' and '--config-file' cannot be given together");
  return false;
}

bool goTogether(const CommandLine &Line, const Options &Given) {
  return isAboutConfiguration(Line) && isAboutBaselines(Line, Given) &&
         areApart(Given) && keepsInputs(Given) && hasProjectRoot(Given) &&
         isAboutSummaries(Line, Given) && isAboutConversion(Line, Given) &&
         isAboutEditing(Line, Given);
}

} // namespace asynctidy
