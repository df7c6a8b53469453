// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "Program.h"

namespace asynctidy::program {

/// What is known of the functions of a program, made of what each claims.
///
/// A claim that rests on others holds if any of them does. What a function does
/// only if it does it itself, it does not do.
class Facts {
public:
  /// \p P must live as long.
  explicit Facts(const Program &P);

  /// Whether it is so of the function that \p U means; nothing where that is
  /// not known.
  std::optional<bool> of(const Unit &U, const FactOf &Of) const;

  /// Whether what is taken for granted in \p U is so, as far as is known.
  bool stands(const Unit &U, llvm::ArrayRef<Need> Needs) const;

  /// Why what is known of \p Needs is so: in the fewest steps from function to
  /// function.
  std::vector<LinkedStep> why(const Unit &U, llvm::ArrayRef<Need> Needs) const;

private:
  static constexpr uint32_t None = UINT32_MAX;
  /// That another entry rests on this one.
  struct Support {
    uint32_t Entry = 0;
    const Ground *As = nullptr; ///< null for an agreement
  };
  /// One function's claim, or what several functions of one name agree on.
  struct Entry {
    llvm::SmallVector<Support, 2> Supports;
    const Unit *In = nullptr;    ///< null for an agreement
    const Claim *Said = nullptr; ///< null for an agreement
    bool Holds = false;
    bool MayHold = false;
    /// Of an agreement: how many of its members are not known to hold.
    uint32_t Missing = 0;
    // Of what holds because another does: that one, and the ground it is.
    uint32_t Because = None;
    const Ground *As = nullptr;
  };
  /// A function, and which of its claims.
  using Key = std::pair<NodeId, uint64_t>;
  static Key keyOf(NodeId Function, const FactOf &Of, bool IsAgreement = false);

  void addClaims();
  void addSupport(uint32_t Number);
  std::optional<uint32_t> meant(const Unit &U, const FactOf &Of);
  uint32_t agreement(NodeRange Members, const FactOf &Of);
  void spreadHolds();
  void spreadMayHold();
  uint32_t entryOf(NodeId Function, const FactOf &Of) const;
  std::optional<bool> claimOf(NodeId Function, const FactOf &Of) const;
  void addWhy(uint32_t Number, std::vector<LinkedStep> &Steps) const;

  const Program &P;
  std::vector<Entry> Entries;
  llvm::DenseMap<Key, uint32_t> NumberOf;
};

} // namespace asynctidy::program
