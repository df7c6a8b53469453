// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Holders.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

bool isHolder(QualType T) {
  if (T->isArrayType())
    return true;
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  if (Record->isAggregate() && !Record->isLambda())
    return true;
  if (!Record->isInStdNamespace() || !Record->getIdentifier())
    return false;
  static constexpr llvm::StringLiteral Holders[] = {
      "array",  "deque",      "forward_list",  "initializer_list",
      "list",   "map",        "multimap",      "optional",
      "pair",   "queue",      "stack",         "tuple",
      "set",    "unique_ptr", "unordered_map", "vector",
      "variant"};
  return llvm::is_contained(Holders, Record->getName());
}

bool holdsOne(QualType T) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  return Record && Record->isInStdNamespace() && Record->getIdentifier() &&
         (Record->getName() == "optional" || Record->getName() == "variant" ||
          Record->getName() == "unique_ptr");
}

bool isQuery(const CXXMethodDecl &F) {
  if (!F.isConst())
    return false;
  QualType Answer = F.getReturnType();
  return Answer->isArithmeticType() || Answer->isEnumeralType();
}

static bool isNamedAnyOf(const FunctionDecl &F,
                         llvm::ArrayRef<llvm::StringLiteral> Names) {
  return F.getIdentifier() && llvm::is_contained(Names, F.getName());
}

std::optional<bool> answerIfHeld(const FunctionDecl &F) {
  if (isa<CXXConversionDecl>(F) ||
      isNamedAnyOf(F, {"has_value", "valid", "joinable"}))
    return true;
  if (isNamedAnyOf(F, {"empty"}))
    return false;
  return std::nullopt;
}

bool clears(const FunctionDecl &F) {
  return isNamedAnyOf(F, {"clear", "reset", "pop_back", "pop_front", "pop"});
}

bool fills(const FunctionDecl &F) {
  return isNamedAnyOf(F, {"push_back", "emplace_back", "push_front",
                          "emplace_front", "emplace", "insert",
                          "insert_or_assign", "try_emplace", "push"});
}

bool onlyPrepares(const FunctionDecl &F) {
  return isNamedAnyOf(F, {"reserve", "shrink_to_fit", "empty", "capacity"});
}

bool wraps(const FunctionDecl &F) {
  return F.isInStdNamespace() &&
         isNamedAnyOf(F, {"make_pair", "make_tuple", "make_optional",
                          "forward_as_tuple", "to_array"});
}

} // namespace asynctidy
