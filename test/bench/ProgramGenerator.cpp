// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the summaries of a program that nobody wrote, to measure linking:
//   asyncProgramGenerator FUNCTIONS FOLDER
// A hundred functions a summary. Most calls go down a layer, some to another
// unit, a few back up, so that there is recursion; there are virtual methods,
// conditions on parameters, callables that are handed over, and one chain of
// calls that is 10,000 functions deep.
#include "driver/report/Output.h"
#include "program/Archive.h"
#include "program/UnitBuilder.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <random>

using namespace asynctidy;
using namespace asynctidy::program;

namespace {

constexpr unsigned PerUnit = 100;
constexpr unsigned ChainLength = 10000;

class Generator {
public:
  explicit Generator(unsigned Functions) : Total(Functions) {}

  Unit unit(unsigned Number);

private:
  void addFunction(UnitBuilder &U, unsigned Number);
  std::vector<Call> callsOf(UnitBuilder &U, unsigned Number);
  Call call(UnitBuilder &U, unsigned To);
  SiteId place(UnitBuilder &U, llvm::StringRef Text);
  unsigned random(unsigned Below) { return Random() % Below; }
  static Symbol symbol(unsigned Number) { return 1000003ull * (Number + 1); }
  static std::string name(unsigned Number) {
    return "layer" + std::to_string(Number / PerUnit) + "::function" +
           std::to_string(Number);
  }

  const unsigned Total;
  std::mt19937 Random{42};
  unsigned Line = 0;
};

} // namespace

SiteId Generator::place(UnitBuilder &U, llvm::StringRef Text) {
  SourcePlace Where;
  Where.File = "/program/" + U.Result.text(U.Result.MainFile);
  Where.Line = Where.EndLine = ++Line;
  Where.Column = 3;
  Where.EndColumn = 3 + Text.size();
  Where.Length = Text.size();
  Where.SourceLine = "  " + Text.str();
  return U.site(Where);
}

Call Generator::call(UnitBuilder &U, unsigned To) {
  Call C;
  std::string Name = name(To);
  C.At = place(U, Name + "(" + std::to_string(random(100)) + ");");
  C.Name = U.text(Name);
  C.Callee = symbol(To);
  C.What = To % 97 == 0 ? Call::Virtual : Call::Plain;
  Argument A;
  A.Index = 0;
  A.What = random(4) ? Argument::Constant : Argument::Parameter;
  A.Value = random(2);
  if (!random(20)) {
    A.What = Argument::Callable;
    A.Value = symbol(random(Total));
  }
  C.Arguments = U.add<Argument>(U.Result.Arguments, A);
  return C;
}

std::vector<Call> Generator::callsOf(UnitBuilder &U, unsigned Number) {
  std::vector<Call> Calls;
  if (Number + 1 < std::min(ChainLength, Total))
    return {call(U, Number + 1)};
  for (unsigned I = 0; I < 4; ++I) {
    unsigned Near = Number + 1 + random(3 * PerUnit);
    unsigned To = random(50) ? Near : random(Total);
    if (To < Total)
      Calls.push_back(call(U, To));
  }
  if (!random(50)) {
    Call C = call(U, Number);
    C.Callee = 0; // its parameter
    Calls.push_back(C);
  }
  return Calls;
}

void Generator::addFunction(UnitBuilder &U, unsigned Number) {
  Function F;
  F.Name = F.Pattern = symbol(Number);
  F.Shown = U.text(name(Number));
  if (Number % 50 == 7) {
    F.What = Function::Coroutine;
    F.Library = U.text("asio");
  }
  std::vector<Block> Blocks;
  bool EndsChain = Number == std::min(ChainLength, Total) - 1;
  if (EndsChain || !random(200)) {
    Block B;
    B.At = place(U, "usleep(time);");
    B.Name = U.text("usleep");
    if (!EndsChain && random(2))
      B.Unless = U.add<ParameterTest>(
          U.Result.Tests, ParameterTest{0, ParameterTest::Equal, 0});
    Blocks.push_back(B);
  }
  F.Blocks = U.add<Block>(U.Result.Blocks, Blocks);
  F.Calls = U.add<Call>(U.Result.Calls, callsOf(U, Number));
  if (Number % 97 != 0 && Number % 89 == 0)
    F.Overrides = U.add<Symbol>(U.Result.Overrides, symbol(Number / 97 * 97));
  U.Result.Functions.push_back(F);
}

Unit Generator::unit(unsigned Number) {
  UnitBuilder U("/program");
  U.Result.MainFile = U.text("src/file" + std::to_string(Number) + ".cpp");
  LinkedCheck Check;
  Check.Name = U.text("async-blocking-call");
  U.Result.Checks.push_back(Check);
  Reason Why;
  Why.Category = U.text("sleep");
  Why.Because = U.text("sleeps until the time is over");
  U.Result.Reasons.push_back(Why);
  Line = 0;
  for (unsigned I = 0; I < PerUnit && Number * PerUnit + I < Total; ++I)
    addFunction(U, Number * PerUnit + I);
  return U.finish();
}

int main(int Argc, char **Argv) {
  unsigned Functions = 0;
  if (Argc != 3 || llvm::StringRef(Argv[1]).getAsInteger(10, Functions)) {
    llvm::errs() << "usage: asyncProgramGenerator FUNCTIONS FOLDER\n";
    return 2;
  }
  Generator Program(Functions);
  for (unsigned Number = 0; Number * PerUnit < Functions; ++Number) {
    llvm::SmallString<128> File(Argv[2]);
    llvm::sys::path::append(File, "file" + std::to_string(Number) + ".sum");
    Unit U = Program.unit(Number);
    if (llvm::Error Failed =
            asynctidy::report::writeOutput(File, encodeArchive(&U))) {
      llvm::errs() << llvm::toString(std::move(Failed)) << '\n';
      return 2;
    }
  }
  return 0;
}
