// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Analysis.h"
#include "BlockingCallOptions.h"
#include "FindingAt.h"
#include "clang-tidy/GlobList.h"
#include "model/CallSiteMaker.h"
#include "model/Model.h"
#include "model/Names.h"
#include "summary/AsyncContexts.h"
#include "summary/BlockingSearch.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace asynctidy {
namespace {

/// Finds what blocks the thread in an async context: while it waits, every
/// other coroutine of that thread waits with it.
class BlockingCall : public Check {
public:
  explicit BlockingCall(const BlockingCallOptions &Options)
      : Options(Options),
        LowestLevel(llvm::StringSwitch<Confidence>(Options.Confidence)
                        .Case("certain", Confidence::Certain)
                        .Case("likely", Confidence::Likely)
                        .Default(Confidence::Contextual)) {}

  void check(const FunctionDecl &F, Analysis &A,
             std::vector<Finding> &Findings) const override;

private:
  bool counts(const BlockingSite &Site) const;

  BlockingCallOptions Options;
  Confidence LowestLevel;
};

bool BlockingCall::counts(const BlockingSite &Site) const {
  if (!Site.Entry)
    return true;
  return Site.Level >= LowestLevel &&
         tidy::GlobList(Options.Categories).contains(Site.Entry->Category);
}

std::string reason(const BlockingSite &Leaf) {
  return Leaf.Entry ? Leaf.Entry->Because : "is annotated as blocking";
}

/// How a call site reads at the start of a message, and inside one.
struct Verb {
  llvm::StringLiteral Start, Inside;
};

Verb verb(const CallSite &Site) {
  switch (Site.What) {
  case CallSite::Construct:
    return {"constructing", "constructs"};
  case CallSite::Destroy:
    return {"destroying", "destroys"};
  case CallSite::Call:
    break;
  }
  return {"call to", "calls"};
}

/// Whether the bridge \p Leaf waits for work that can only run on the thread
/// it blocks.
bool waitsForItself(const BlockingSite &Leaf, const AsyncContext &Context,
                    Analysis &A) {
  if (!Leaf.Entry)
    return false;
  const AsyncContexts &Contexts = A.contexts();
  if (Leaf.Entry->EntryRole == Role::Bridge && Leaf.Entry->Executor)
    return Contexts.isOwnExecutor(
        RuleMatcher::subject(Leaf.Site, *Leaf.Entry->Executor), Context);
  // A future of work that was started on this very executor.
  const auto *Made =
      llvm::dyn_cast_or_null<CallExpr>(valueOrigin(Leaf.Site.Receiver));
  if (!Made || Leaf.Entry->Category != "future-wait")
    return false;
  CallSite Start = plainCallSite(*Made);
  const RuleEntry *Spawn =
      A.model().rules().find(Start, Role::Spawn, Context.Function);
  return Spawn && Spawn->Handle == "future" && Spawn->Executor &&
         Contexts.isOwnExecutor(RuleMatcher::subject(Start, *Spawn->Executor),
                                Context);
}

void addAdvice(Finding &F, const BlockingSite &Leaf,
               const AsyncContext &Context, Analysis &A) {
  if (!Leaf.Entry)
    return;
  llvm::StringRef Instead =
      A.model().rules().catalogue().remedy(*Leaf.Entry, Context.Library);
  if (!Instead.empty())
    addNote(F, "instead: " + Instead);
}

Finding direct(const BlockingSite &Leaf, const AsyncContext &Context,
               Analysis &A) {
  std::string Start =
      (verb(Leaf.Site).Start + " '" + Leaf.Site.messageName() + "' ").str();
  bool Deadlock = waitsForItself(Leaf, Context, A);
  Finding F = findingAt(
      Leaf.Site, BlockingCallOptions::Name,
      Deadlock ? Start + "deadlocks " + Context.description() +
                     ": it waits for the executor that this code runs on"
               : Start + "blocks the thread in " + Context.description() +
                     ": it " + reason(Leaf));
  addAdvice(F, Leaf, Context, A);
  return F;
}

std::string routineName(Routine R) {
  if (const auto *F = dyn_cast<FunctionDecl>(R.getPointer()))
    return messageName(*F);
  const auto &Class = *cast<NamedDecl>(R.getPointer());
  return R.getInt() == RoutineKind::Destroy ? "~" + lastPart(Class)
                                            : qualifiedName(Class);
}

Finding through(const CallSite &Site, const BlockingPath &Path,
                const AsyncContext &Context, Analysis &A) {
  const BlockingSite &Leaf = *Path.Leaf;
  std::string Message =
      (verb(Site).Start + " '" + Site.messageName() +
       "' blocks the thread in " + Context.description() + ": it reaches '" +
       Leaf.Site.messageName() + "', which " + reason(Leaf))
          .str();
  if (Path.More)
    Message += ", and " + std::to_string(Path.More) + " more";
  Finding F = findingAt(Site, BlockingCallOptions::Name, std::move(Message));
  for (const Hop &H : Path.Hops)
    F.Path.push_back({H.Call->Loc, H.Call->Range,
                      ("'" + routineName(H.From) + "' " + verb(*H.Call).Inside +
                       " '" + H.Call->messageName() + "' here")
                          .str()});
  addAdvice(F, Leaf, Context, A);
  return F;
}

void BlockingCall::check(const FunctionDecl &F, Analysis &A,
                         std::vector<Finding> &Findings) const {
  const AsyncContext *Context = A.contexts().of(F);
  if (!Context)
    return;
  BlockingSearch Search(A.summaries(),
                        {[this](const BlockingSite &S) { return counts(S); },
                         Options.VirtualOverrides,
                         /*OnceOnly=*/LowestLevel == Confidence::Contextual});
  const Summary &Own = A.summaries().of(routineOf(F));
  for (const BlockingSite &Leaf : Own.Blocking)
    if (counts(Leaf))
      Findings.push_back(direct(Leaf, *Context, A));
  for (const CallEdge &Edge : Own.Calls)
    for (Routine Callee : Search.targets(Edge))
      if (const BlockingPath *Path = Search.from(Callee)) {
        Findings.push_back(through(Edge.Site, *Path, *Context, A));
        break;
      }
}

} // namespace

std::unique_ptr<Check> makeBlockingCall(const BlockingCallOptions &Options) {
  return std::make_unique<BlockingCall>(Options);
}

} // namespace asynctidy
