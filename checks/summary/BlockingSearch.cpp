// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "BlockingSearch.h"
#include "AsyncContexts.h"
#include "model/Annotations.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include <deque>

using namespace clang;

namespace asynctidy {

llvm::ArrayRef<Routine> BlockingSearch::targets(const CallEdge &Edge) const {
  if (Edge.Site.OnceOnly && !L.OnceOnly)
    return {};
  llvm::ArrayRef<Routine> All = Edge.Callees;
  // The first is what is named; the others override it.
  bool HasOwn = !All.empty() && All.front() == Edge.Site.Callee;
  size_t Overrides = All.size() - (HasOwn ? 1 : 0);
  return Overrides > L.MaxOverrides ? All.take_front(HasOwn ? 1 : 0) : All;
}

bool BlockingSearch::mayEnter(Routine R) const {
  const auto *F = dyn_cast<FunctionDecl>(R.getPointer());
  if (!F)
    return true;
  Annotation Said = annotationOf(*F);
  return Said != Annotation::NonBlocking && Said != Annotation::Offload &&
         !AsyncContexts::isOwnContext(*F, S.model());
}

/// Breadth first, so that the first leaf found is the nearest.
std::optional<BlockingPath> BlockingSearch::search(Routine Start) {
  struct Visit {
    Routine R;
    int Parent;           ///< index in Order, -1 for the start
    const CallSite *Call; ///< the parent's call that leads here
  };
  std::vector<Visit> Order = {{Start, -1, nullptr}};
  llvm::DenseSet<Routine> Seen = {Start};
  std::optional<BlockingPath> Path;
  llvm::StringSet<> Leaves;
  for (size_t Index = 0; Index < Order.size(); ++Index) {
    const Summary &Sum = S.of(Order[Index].R);
    for (const BlockingSite &Site : Sum.Blocking) {
      if (!L.Counts(Site))
        continue;
      Leaves.insert(Site.Site.messageName());
      if (Path)
        continue;
      Path.emplace();
      Path->Leaf = &Site;
      Path->Hops = {{Order[Index].R, &Site.Site}};
      for (int At = Index; Order[At].Parent >= 0; At = Order[At].Parent)
        Path->Hops.push_back({Order[Order[At].Parent].R, Order[At].Call});
      std::reverse(Path->Hops.begin(), Path->Hops.end());
    }
    for (const CallEdge &Edge : Sum.Calls)
      for (Routine Next : targets(Edge))
        if (mayEnter(Next) && Seen.insert(Next).second)
          Order.push_back({Next, static_cast<int>(Index), &Edge.Site});
  }
  if (Path)
    Path->More = Leaves.size() - 1;
  return Path;
}

const BlockingPath *BlockingSearch::from(Routine R) {
  if (!mayEnter(R))
    return nullptr;
  auto &Slot = Known[R];
  if (!Slot)
    Slot = std::make_unique<std::optional<BlockingPath>>(search(R));
  return *Slot ? &**Slot : nullptr;
}

} // namespace asynctidy
