// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Locks that block their thread, and the objects that hold one. What holds a
// lock that is awaited is nobody's concern here.
#pragma once

#include "Project.h"
#include "RuleMatcher.h"
#include "llvm/ADT/DenseMap.h"

namespace asynctidy {

/// What a function does to the lock that it is called on, or is given.
enum class LockVerb { None, Acquires, Tries, Releases };

/// Read from the name, as Lockable in the standard and all libraries spell it:
/// `lock_shared`, `tryLock`, `pthread_mutex_unlock`, `EnterCriticalSection`.
LockVerb lockVerb(const clang::FunctionDecl &F);

/// Whether \p T is a tag like std::defer_lock_t, by a word of its name.
bool isTag(clang::QualType T, llvm::StringLiteral Word);

/// Knows the classes of blocking locks of one AST. Rules name them; a class of
/// the project is also read: what it locks when it is made and unlocks when it
/// is destroyed.
class LockTypes {
public:
  LockTypes(const clang::ASTContext &AST, const RuleMatcher &Rules,
            const Project &P)
      : AST(AST), Rules(Rules), TheProject(P) {}

  /// Whether \p T, through references and pointers, is a lock that is locked
  /// and unlocked by hand.
  bool isMutex(clang::QualType T) const;

  struct Guard {
    /// An object of it may be without a lock: unlocked, moved from, empty.
    bool MayBeEmpty = false;
    /// Its class says nothing by rule: its constructors are to be read.
    bool IsRead = false;

    /// Whether an object that comes from elsewhere is taken to hold a lock.
    bool isAssumedHeld() const { return !IsRead || !MayBeEmpty; }
  };
  /// What kind of guard an object of \p T is: an optional, pointer or class of
  /// the project that holds one counts. Null: none.
  const Guard *findGuard(clang::QualType T) const;

  /// Whether \p Constructor, of a guard whose class is to be read, locks.
  bool locks(const clang::CXXConstructorDecl &Constructor) const;

private:
  std::optional<Guard> makeGuard(clang::QualType T,
                                 const clang::CXXRecordDecl &Record) const;
  bool hasLockVerb(Routine R, LockVerb Verb) const;
  bool isAwaited(clang::QualType Lock) const;

  const clang::ASTContext &AST;
  const RuleMatcher &Rules;
  const Project &TheProject;
  mutable llvm::DenseMap<const clang::CXXRecordDecl *,
                         std::unique_ptr<const Guard>>
      Guards;
};

} // namespace asynctidy
