// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Records.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace asynctidy::program {

/// A function of the program, or an agreement (see there).
using NodeId = uint32_t;

/// Functions that follow one another.
struct NodeRange {
  NodeId First = 0;
  uint32_t Count = 0;
};

/// A function as one of the units that have it tells it.
struct Node {
  const Unit *In = nullptr;
  const Function *F = nullptr;
  ProgramId Program = 0; ///< of all of them together
};

/// One place in a unit and what is to be said about it.
struct LinkedStep {
  const Unit *In = nullptr;
  SiteId At = 0;
  std::string Message;
};

/// One way from a function to another: a call, or a callable that is handed to
/// a function that calls it.
struct Edge {
  NodeId From = 0, To = 0;
  const Unit *In = nullptr; ///< whose tables Via refers to
  const Call *Via = nullptr;
  /// The callee calls what it is given here, and that is To.
  bool ThroughCallee = false;
  /// How many others a virtual call or a variable leads to, as far as the
  /// program shows.
  uint32_t Alternatives = 0;
};

/// All units together: who is called by what name, and from where.
///
/// Whom a name means is decided as nearly as possible as a linker would. A
/// unit's own definition comes first: it may be a header's, seen with that
/// unit's macros. Of a name that the units define differently, as the `main`s
/// of several programs do, any definition may be meant, so that only what holds
/// for all of them is believed: these make an agreement, a node of its own.
class Program {
public:
  /// \p Units must live as long. Their order makes no difference.
  explicit Program(llvm::ArrayRef<const Unit *> Units);

  llvm::ArrayRef<const Unit *> units() const { return Units; }

  /// Functions and agreements.
  size_t size() const { return Nodes.size() + Agreements.size(); }
  bool isAgreement(NodeId Id) const { return Id >= Nodes.size(); }
  const Node &node(NodeId Id) const { return Nodes[Id]; }
  llvm::ArrayRef<NodeId> agreement(NodeId Id) const {
    return Agreements[Id - Nodes.size()];
  }
  /// The agreements that the function \p Id is part of.
  llvm::ArrayRef<NodeId> agreementsWith(NodeId Id) const;

  NodeId nodeOf(const Function &F) const;
  /// Whether \p Id has calls that no program follows, as what they lead to is
  /// another one's.
  bool callsOtherPrograms(NodeId Id) const { return CallsOthers.contains(Id); }
  /// Whether other functions have the name of \p Id.
  bool isShared(NodeId Id) const;
  /// The functions that \p U may mean by \p Name: where these are several,
  /// only what all of them do is known.
  NodeRange meant(const Unit &U, Symbol Name) const;
  /// Whom \p U means by \p Name; nothing where no unit defines it.
  std::optional<NodeId> find(const Unit &U, Symbol Name) const;

  /// \p Name, different from what other units call so by chance.
  Symbol nameIn(const Unit &U, Symbol Name) const;

  /// The ways on from \p Id, in the order of the text.
  llvm::ArrayRef<Edge> from(NodeId Id) const;
  /// The ways to \p Id, as numbers for edge().
  llvm::ArrayRef<uint32_t> to(NodeId Id) const;
  const Edge &edge(uint32_t Number) const { return Edges[Number]; }

private:
  void addNodes();
  void addOverriders();
  void addEdges();
  void addEdge(Edge E);
  void addEdgesOf(NodeId Id);
  void addCallables();
  void orderEdges();
  using Callables = llvm::SmallDenseSet<Symbol, 8>;
  void countHeld(llvm::DenseMap<Symbol, Callables> Held);
  std::optional<NodeId> resolve(const Unit &U, Symbol Name);
  NodeId agreementOn(NodeId First, uint32_t Count);
  uint32_t definitionsFrom(NodeId First) const;
  llvm::SmallVector<NodeId, 4> overridersOf(Symbol Method) const;

  std::vector<const Unit *> Units;
  llvm::DenseMap<const Unit *, uint64_t> PositionOf; ///< in Units
  std::vector<Node> Nodes; ///< sorted by name and digest
  llvm::DenseMap<Symbol, NodeId> FirstOf;
  std::vector<llvm::SmallVector<NodeId, 2>> Agreements;
  llvm::DenseMap<NodeId, NodeId> AgreementOf; ///< by the first of them
  llvm::DenseMap<NodeId, llvm::SmallVector<NodeId, 1>> PartOf;
  /// The methods that override one directly, each name once.
  llvm::DenseMap<Symbol, llvm::SmallVector<NodeId, 2>> Overriders;
  llvm::DenseSet<NodeId> CallsOthers;
  std::vector<Edge> Edges;
  std::vector<uint32_t> FirstEdge;
  std::vector<uint32_t> Incoming, FirstIncoming;
};

} // namespace asynctidy::program
