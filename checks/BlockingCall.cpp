// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "BlockingCallOptions.h"
#include "Check.h"
#include "clang-tidy/GlobList.h"
#include "program/BlockingPaths.h"
#include "llvm/ADT/StringSwitch.h"

namespace asynctidy {
namespace {

using namespace program;

/// Finds what blocks the thread in an async context: while it waits, every
/// other coroutine of that thread waits with it.
class BlockingCall : public Check {
public:
  explicit BlockingCall(const BlockingCallOptions &Options)
      : Options(Options),
        LowestLevel(llvm::StringSwitch<Level>(Options.Confidence)
                        .Case("certain", Level::Certain)
                        .Case("likely", Level::Likely)
                        .Default(Level::Contextual)),
        Categories(Options.Categories) {}

  bool isLinked() const override { return true; }
  void check(llvm::ArrayRef<const Unit *> Units, const Linked &Program,
             std::vector<LinkedFinding> &Findings) const override;

private:
  bool counts(const Unit &U, const Block &B) const;

  BlockingCallOptions Options;
  Level LowestLevel;
  clang::tidy::GlobList Categories;
};

bool BlockingCall::counts(const Unit &U, const Block &B) const {
  TextId Category = U.Reasons[B.Why].Category;
  if (!Category) // an annotation says so
    return true;
  return B.Confidence >= LowestLevel && Categories.contains(U.text(Category));
}

/// How a call reads at the start of a message, and inside one.
struct Words {
  llvm::StringLiteral Start, Inside;
};

Words wordsFor(Verb How) {
  switch (How) {
  case Verb::Construct:
    return {"constructing", "constructs"};
  case Verb::Destroy:
    return {"destroying", "destroys"};
  case Verb::Call:
    break;
  }
  return {"call to", "calls"};
}

llvm::StringRef because(const Unit &U, const Block &B) {
  return U.text(U.Reasons[B.Why].Because);
}

/// What users of \p Library write instead, or else what everybody does.
llvm::StringRef remedy(const Unit &U, const Block &B, llvm::StringRef Library) {
  for (llvm::StringRef For : {Library, llvm::StringRef("any")})
    for (const auto &[Named, Text] : U.Reasons[B.Why].Instead)
      if (U.text(Named) == For)
        return U.text(Text);
  return {};
}

/// The findings of one root: a function that runs on the loop by itself.
class RootReport {
public:
  RootReport(const Unit &U, const Function &F,
             const LoopContexts::Context &Context, const Linked &Program,
             std::vector<LinkedFinding> &Findings)
      : U(U), F(F), Context(Context), P(Program.Whole), Findings(Findings) {}

  void addDirect(const Block &B);
  void addThrough(const BlockingPaths::Path &Path);

private:
  LinkedFinding &add(SiteId At, std::string Message);
  void addAdvice(LinkedFinding &To, const Unit &In, const Block &B);
  void addHop(LinkedFinding &To, const BlockingPaths::Hop &H, const Edge &Last);
  std::string nameOf(NodeId Id, const Edge &Last) const;
  const Call &ownCall(const Edge &First) const;

  const Unit &U;
  const Function &F;
  const LoopContexts::Context &Context;
  const Program &P;
  std::vector<LinkedFinding> &Findings;
};

LinkedFinding &RootReport::add(SiteId At, std::string Message) {
  LinkedFinding &New = Findings.emplace_back();
  New.Check = BlockingCallOptions::Name;
  New.Function = F.Within;
  New.Main = {&U, At, std::move(Message)};
  return New;
}

void RootReport::addAdvice(LinkedFinding &To, const Unit &In, const Block &B) {
  llvm::StringRef Instead = remedy(In, B, Context.Library);
  if (!Instead.empty())
    To.Notes.push_back({To.Main.In, To.Main.At, ("instead: " + Instead).str()});
}

void RootReport::addDirect(const Block &B) {
  std::string Start =
      (wordsFor(B.How).Start + " '" + U.text(B.Name) + "' ").str();
  addAdvice(add(B.At, B.Deadlocks
                          ? Start + "deadlocks " + Context.Description +
                                ": it waits for the executor that this code "
                                "runs on"
                          : Start + "blocks the thread in " +
                                Context.Description + ": it " +
                                because(U, B).str()),
            U, B);
}

/// The call of the root's own unit that \p First stands for: the program may
/// know the function from another one.
const Call &RootReport::ownCall(const Edge &First) const {
  const Node &N = P.node(First.From);
  size_t Index = First.Via - slice(N.In->Calls, N.F->Calls).begin();
  return slice(U.Calls, F.Calls)[Index];
}

/// How a path calls the function \p Id, which \p Last leads to.
std::string RootReport::nameOf(NodeId Id, const Edge &Last) const {
  const Node &N = P.node(Id);
  std::string Name = "'" + N.In->text(N.F->Shown) + "'";
  if (Last.Alternatives < 2)
    return Name;
  if (Last.Via->How == Verb::Destroy)
    return Name + ", one of " + std::to_string(Last.Alternatives) +
           " destructors that may run,";
  bool IsHeld = P.node(Last.From).F->What == Function::Slot;
  return Name + ", one of " + std::to_string(Last.Alternatives) +
         (IsHeld ? " that '" : " that override '") +
         Last.In->text(IsHeld ? P.node(Last.From).F->Shown : Last.Via->Name) +
         (IsHeld ? "' may hold," : "',");
}

/// Tells of the call that \p H takes, \p Last having led to its function.
void RootReport::addHop(LinkedFinding &To, const BlockingPaths::Hop &H,
                        const Edge &Last) {
  const Edge &E = *H.Via;
  std::string Called = "'" + E.In->text(E.Via->Name) + "'";
  std::string Message = nameOf(H.From, Last) + " ";
  if (P.node(H.From).F->What == Function::Slot)
    Message += "is given what it calls here";
  else if (E.ThroughCallee)
    Message += "hands what " + Called + " calls to it here";
  else
    Message += wordsFor(E.Via->How).Inside.str() + " " + Called + " here";
  To.Path.push_back({E.In, E.Via->At, std::move(Message)});
}

void RootReport::addThrough(const BlockingPaths::Path &Path) {
  const Edge &Start = *Path.Hops.front().Via;
  const Call &First = ownCall(Start);
  const Unit &LeafUnit = *P.node(Path.Last).In;
  const Block &Leaf = *Path.Leaf;
  std::string LeafName = "'" + LeafUnit.text(Leaf.Name) + "'";
  std::string Message =
      (wordsFor(First.How).Start + " '" + U.text(First.Name) +
       "' blocks the thread in " + Context.Description + ": it reaches " +
       LeafName + ", which " + because(LeafUnit, Leaf))
          .str();
  if (Path.More)
    Message += ", and " + std::to_string(Path.More) + " more";
  if (Path.More && Path.AndMore)
    Message += " at least";
  LinkedFinding &New = add(First.At, std::move(Message));
  if (Start.ThroughCallee)
    New.Path.push_back(
        {&U, First.At,
         "'" + U.text(First.Name) + "' calls what it is given here"});
  const Edge *Last = &Start;
  for (const BlockingPaths::Hop &H : llvm::drop_begin(Path.Hops)) {
    addHop(New, H, *Last);
    Last = H.Via;
  }
  // An annotated function is all that blocks in itself.
  bool IsAnnotated = Leaf.Name == P.node(Path.Last).F->Shown;
  New.Path.push_back({&LeafUnit, Leaf.At,
                      IsAnnotated ? LeafName + " is annotated here"
                                  : nameOf(Path.Last, *Last) + " " +
                                        wordsFor(Leaf.How).Inside.str() + " " +
                                        LeafName + " here"});
  addAdvice(New, LeafUnit, Leaf);
}

void BlockingCall::check(llvm::ArrayRef<const Unit *> Units,
                         const Linked &Program,
                         std::vector<LinkedFinding> &Findings) const {
  auto Counts = [&](const Unit &U, const Block &B) {
    return counts(U, B) && Program.InModes.mayBlock(U, B);
  };
  BlockingPaths Paths(Program.Whole,
                      {Counts, Options.VirtualOverrides,
                       /*OnceOnly=*/LowestLevel == Level::Contextual});
  for (const Unit *U : Units)
    for (const Function &F : U->Functions) {
      auto Context = Program.Contexts.of(*U, F);
      if (!Context)
        continue;
      RootReport Report(*U, F, *Context, Program, Findings);
      for (const Block &B : slice(U->Blocks, F.Blocks))
        if (Counts(*U, B))
          Report.addDirect(B);
      for (const BlockingPaths::Path &Path :
           Paths.from(Program.Whole.nodeOf(F)))
        Report.addThrough(Path);
    }
}

} // namespace

std::unique_ptr<Check> makeBlockingCall(const BlockingCallOptions &Options) {
  return std::make_unique<BlockingCall>(Options);
}

} // namespace asynctidy
