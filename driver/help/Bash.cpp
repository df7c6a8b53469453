// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "CheckTable.h"
#include "HelpText.h"
#include "driver/report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::help {

using namespace llvm;

/// "--checks | --warnings-as-errors": the options of one kind, as a pattern.
static std::string pattern(const HelpText &Text, ValueKind Kind) {
  std::vector<std::string> Names;
  for (const Option *Each : Text.options(Kind))
    Names.push_back(Each->spelled());
  return join(Names, " | ");
}

/// The head of the function: what there is to offer, and what is completed.
static constexpr StringRef Head = R"(
  local line=${COMP_LINE:0:COMP_POINT} option='' before='' candidate i
  local word=${line##*[[:space:]]}
  local value=$word
  COMPREPLY=()

  # Behind '--' stand flags of the compiler.
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} != -- ]] || return 0
  done
  if [[ $word == -*=* ]]; then
    option=${word%%=*}
    value=${word#*=}
  elif [[ $word != -* ]]; then
    option=$3
  fi

  local -a candidates=()
  case $option in
)";

/// The rest of it. The shell may take '=' and ':' for the end of a word ($2 is
/// what it takes for the word): what stands before is not to be said again.
static constexpr StringRef Tail =
    R"(    '') [[ $word != -* ]] || candidates=("${options[@]}") ;;
  esac
  for candidate in "${candidates[@]}"; do
    candidate=${word%"$value"}$before$candidate
    if [[ $candidate == "$word"* ]]; then
      COMPREPLY+=("${candidate#"${word%"$2"}"}")
    fi
  done
  if [[ ${#COMPREPLY[@]} -gt 0 && (-n $option || ${COMPREPLY[0]} == *=) ]]; then
    compopt -o nospace 2>/dev/null
  fi
  return 0
}

# Where nothing is offered, names of files are.
complete -o bashdefault -o default -F _async_tidy async-tidy
)";

void writeBash(raw_ostream &Out, const HelpText &Text) {
  Out << "# shellcheck shell=bash\n"
         "# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
         "# Made by async-tidy --help-format=bash.\n\n"
         "_async_tidy() {\n  local -a options=(";
  for (const Option *Each : Text.options()) {
    bool TakesWord = Each->Kind != ValueKind::None && Each->Name.size() > 1;
    Out << "\n    " << Each->spelled() << (TakesWord ? "=" : "");
  }
  Out << "\n  )\n  local -a checks=(";
  for (const CheckInfo &Check : allChecks())
    Out << "\n    " << Check.Name;
  Out << "\n  )" << Head;
  Out << "    " << pattern(Text, ValueKind::Checks)
      << ")\n"
         "      before=${value%\"${value##*,}\"}\n"
         "      [[ ${value##*,} != -* ]] || before+=-\n"
         "      candidates=(\"${checks[@]}\")\n"
         "      ;;\n"
      << "    " << pattern(Text, ValueKind::Check)
      << ") candidates=(\"${checks[@]}\") ;;\n"
      << "    " << pattern(Text, ValueKind::Report) << ") candidates=("
      << join(report::formats(), " ") << ") ;;\n"
      << "    " << pattern(Text, ValueKind::Folder)
      << ") compopt -o dirnames 2>/dev/null ;;\n"
      << Tail;
}

} // namespace asynctidy::help
