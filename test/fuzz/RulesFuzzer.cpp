// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Feeds the reader of rule files. Whatever the text, it must neither crash nor
// hang, every mistake has its place in the text, and what is sound survives
// being packed into the binary.
#include "PackCode.h"
#include "References.h"
#include "RuleReader.h"
#include "RuleWriter.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace asynctidy;

static void require(bool Holds) {
  if (!Holds)
    std::abort();
}

static std::string written(const RulePack &Pack) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  for (const RuleEntry &Entry : Pack.Entries)
    writeEntry(OS, Entry);
  return OS.str();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  RuleReadResult Result = readRules({Text, "fuzz.yaml"});
  auto Lines = static_cast<unsigned>(Text.count('\n') + Text.count('\r') + 1);
  for (const RuleMistake &Mistake : Result.Mistakes)
    require(Mistake.Line <= Lines && !Mistake.Message.empty());
  if (!Result.Pack || !Result.Mistakes.empty())
    return 0;
  References Defined;
  Defined.addDefinitions(*Result.Pack);
  Defined.check(*Result.Pack, Result.Mistakes);
  require(written(*decodePack(encodePack(*Result.Pack))) ==
          written(*Result.Pack));
  return 0;
}
