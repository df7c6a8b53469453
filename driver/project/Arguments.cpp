// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Arguments.h"
#include "Paths.h"
#include "PrecompiledHeader.h"
#include "clang/Driver/Options.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"

namespace asynctidy {

using namespace llvm;
using namespace llvm::opt;
using namespace clang::driver;

namespace {

/// A command line as clang's driver understands it. The compiler's name is not
/// part of it. Holds the strings that its options point into.
class ParsedCommand {
public:
  explicit ParsedCommand(ArrayRef<std::string> Command) {
    for (const std::string &Argument : Command.drop_front(!Command.empty()))
      Spelled.push_back(Argument.c_str());
    unsigned MissingIndex, MissingCount;
    Arguments.emplace(getDriverOptTable().ParseArgs(
        Spelled, MissingIndex, MissingCount, Visibility(options::ClangOption)));
  }

  const InputArgList &arguments() const { return *Arguments; }

private:
  std::vector<const char *> Spelled;
  std::optional<InputArgList> Arguments;
};

} // namespace

static StringRef firstInput(const InputArgList &Arguments) {
  for (const Arg *A : Arguments.filtered(options::OPT_INPUT))
    if (types::lookupTypeForExtension(
            sys::path::extension(A->getValue()).ltrim('.')) !=
        types::TY_INVALID)
      return A->getValue();
  return Arguments.getLastArgValue(options::OPT_INPUT);
}

static bool isHeaderType(types::ID Type) {
  return Type != types::TY_INVALID && types::onlyPrecompileType(Type);
}

/// What a file is by its name. C++ headers are often called like C's.
static types::ID typeOf(StringRef File) {
  types::ID Type =
      types::lookupTypeForExtension(sys::path::extension(File).ltrim('.'));
  return Type == types::TY_CHeader ? types::TY_CXXHeader : Type;
}

/// Whether a command may make a precompiled header, at a glance: databases are
/// long, and parsing is not for nothing.
static bool hintsAtPch(ArrayRef<std::string> Command) {
  return any_of(Command, [](StringRef Argument) {
    return Argument == "-emit-pch" || Argument.ends_with("-header") ||
           Argument.ends_with(".gch") || Argument.ends_with(".pch") ||
           isHeaderType(typeOf(Argument));
  });
}

std::optional<PchBuild> pchBuild(ArrayRef<std::string> Command,
                                 StringRef Directory) {
  if (!hintsAtPch(Command))
    return std::nullopt;
  ParsedCommand Parsed(Command);
  const InputArgList &Arguments = Parsed.arguments();
  StringRef Language = Arguments.getLastArgValue(options::OPT_x);
  StringRef Header = firstInput(Arguments);
  bool Emits =
      is_contained(Arguments.getAllArgValues(options::OPT_Xclang), "-emit-pch");
  types::ID Type =
      Language.empty() || Language == "none"
          ? typeOf(Header)
          : types::lookupTypeForTypeSpecifier(Language.str().c_str());
  std::string Output = Arguments.getLastArgValue(options::OPT_o).str();
  if (Output.empty())
    Output = (Header + ".gch").str();
  // Some databases list headers as if they were sources.
  StringRef Extension = sys::path::extension(Output);
  bool Makes =
      isHeaderType(Type) &&
      (!Language.empty() || Extension == ".gch" || Extension == ".pch");
  if (!Emits && !Makes)
    return std::nullopt;
  return PchBuild{absolutePath(Output, Directory),
                  absolutePath(Header, Directory)};
}

/// Whether the option has the compiler print something about itself instead of
/// compiling. Standard output is the report's.
static bool printsInstead(const Option &O) {
  return any_of(
      ArrayRef<StringRef>{"version", "help", "dump", "print-", "ccc-print-",
                          "autocomplete"},
      [&](StringRef Start) { return O.getName().starts_with(Start); });
}

/// What tells where results go, what else to write, what is an error, which
/// profile to read, or which code of others to load into the compiler.
static bool isDropped(const Arg &A) {
  const Option &O = A.getOption();
  if (printsInstead(O))
    return true;
  for (unsigned Group : {options::OPT_M_Group, options::OPT_Link_Group,
                         options::OPT_Action_Group})
    if (O.matches(Group))
      return true;
  static constexpr unsigned Single[] = {options::OPT_UNKNOWN,
                                        options::OPT_INPUT,
                                        options::OPT__DASH_DASH,
                                        options::OPT_x,
                                        options::OPT_o,
                                        options::OPT_save_temps,
                                        options::OPT_save_temps_EQ,
                                        options::OPT_pedantic_errors,
                                        options::OPT_fplugin_EQ,
                                        options::OPT_fpass_plugin_EQ,
                                        options::OPT_fprofile_use,
                                        options::OPT_fprofile_use_EQ,
                                        options::OPT_fprofile_instr_use,
                                        options::OPT_fprofile_instr_use_EQ,
                                        options::OPT_fprofile_sample_use_EQ,
                                        options::OPT_ftime_report,
                                        options::OPT_ftime_trace,
                                        options::OPT_ftime_trace_EQ,
                                        options::OPT__HASH_HASH_HASH,
                                        options::OPT_v,
                                        options::OPT_dependency_file,
                                        options::OPT__serialize_diags,
                                        options::OPT_fcolor_diagnostics,
                                        options::OPT_fno_color_diagnostics,
                                        options::OPT_fdiagnostics_color_EQ};
  auto HasValue = [&](StringRef Prefix) {
    return any_of(A.getValues(), [&](const char *Value) {
      return StringRef(Value).starts_with(Prefix);
    });
  };
  // Of -Wp,... what writes a file, of -W... what makes errors of warnings.
  if (O.matches(options::OPT_Wp_COMMA))
    return HasValue("-M");
  if (O.matches(options::OPT_W_Joined))
    return HasValue("error") || HasValue("fatal-errors");
  return is_contained(Single, O.getID());
}

/// The flags worth keeping, as written; with `-x` where the language is told.
static void renderKept(const InputArgList &Arguments,
                       std::vector<std::string> &Command) {
  for (const Arg *A : Arguments) {
    if (isDropped(*A))
      continue;
    ArgStringList Rendered;
    A->render(Arguments, Rendered);
    Command.insert(Command.end(), Rendered.begin(), Rendered.end());
  }
}

/// The last `-x` in front of the file, or what its name says; nullptr when it
/// is not C++.
static const char *languageOf(const InputArgList &Arguments, StringRef File) {
  types::ID Type = typeOf(File);
  for (const Arg *A : Arguments.filtered(options::OPT_x, options::OPT_INPUT)) {
    if (A->getOption().matches(options::OPT_INPUT))
      break;
    if (StringRef(A->getValue()) != "none")
      Type = types::lookupTypeForTypeSpecifier(A->getValue());
  }
  switch (Type) {
  case types::TY_INVALID: // x.ipp, x.tpp: who names it knows what it is
  case types::TY_CXX:
  case types::TY_PP_CXX:
  case types::TY_CXXModule:
    return "c++";
  case types::TY_CXXHeader:
    return "c++-header";
  case types::TY_ObjCXX:
    return "objective-c++";
  default:
    return nullptr;
  }
}

/// The compiler's path, from where clang looks for libraries beside it. Where
/// there is none, that of the clang whose headers we use.
static std::string compilerPath(StringRef Compiler, StringRef ResourceDir) {
  StringRef Name = sys::path::filename(Compiler);
  if (ResourceDir.empty() || (Name != Compiler && Name != "clang-tool"))
    return Compiler.str();
  SmallString<256> Path(ResourceDir); // .../lib/clang/19
  for (int Up = 0; Up < 3; ++Up)
    sys::path::remove_filename(Path);
  sys::path::append(Path, "bin", Name);
  return Path.str().str();
}

std::vector<std::string> fitForClang(ArrayRef<std::string> Command,
                                     StringRef File, StringRef Directory,
                                     const Surroundings &Around) {
  std::vector<std::string> All = {Command.front()};
  append_range(All, Around.Before);
  append_range(All, Command.drop_front());
  // In front of `--`, behind which all are files.
  auto Dashes = find(All, "--");
  All.insert(Dashes, Around.After.begin(), Around.After.end());
  All = clang::tooling::getStripPluginsAdjuster()(All, File);

  ParsedCommand Parsed(All);
  const InputArgList &Arguments = Parsed.arguments();
  const char *Language = languageOf(Arguments, File);
  if (!Language)
    return {};
  std::vector<std::string> Result = {
      compilerPath(Command.front(), Around.ResourceDir)};
  renderKept(Arguments, Result);
  includeInsteadOfPch(Result, Directory, Around.PchHeaders);
  if (!Arguments.hasArg(options::OPT_resource_dir,
                        options::OPT_resource_dir_EQ))
    Result.push_back("-resource-dir=" + Around.ResourceDir);
  for (StringRef Argument : {"-w", "-fsyntax-only", "-x", Language, "--"})
    Result.push_back(Argument.str());
  Result.push_back(File.str());
  return Result;
}

bool dropRefused(std::vector<std::string> &Command,
                 ArrayRef<std::string> Errors) {
  // Not those that change what the text means (-std, -D, -I, -include).
  auto Generates = [](StringRef Argument) {
    return Argument.size() > 2 && Argument[0] == '-' &&
           StringRef("fmgOW").contains(Argument[1]);
  };
  std::vector<StringRef> Quoted;
  for (StringRef Error : Errors)
    while (Error.contains('\'')) {
      StringRef Rest = Error.split('\'').second;
      Quoted.push_back(Rest.split('\'').first);
      Error = Rest.split('\'').second;
    }
  size_t Before = Command.size();
  erase_if(Command, [&](StringRef Argument) {
    return Generates(Argument) && any_of(Quoted, [&](StringRef Text) {
             return !Text.empty() &&
                    (Argument == Text || Argument.split('=').second == Text ||
                     (Text.ends_with("=") && Argument.starts_with(Text)));
           });
  });
  return Command.size() < Before;
}

} // namespace asynctidy
