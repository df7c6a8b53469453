// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Wording.h"
#include "clang-tidy/GlobList.h"
#include "model/Names.h"

using namespace clang;

namespace asynctidy {

bool isAccepted(llvm::StringRef Globs, llvm::StringRef Name) {
  return !Globs.empty() && tidy::GlobList(Globs).contains(Name);
}

std::string quotedName(const FunctionDecl &F) {
  std::string Name = messageName(F);
  return Name == "lambda" ? "a lambda" : "'" + Name + "'";
}

std::string thisFunction(const FunctionDecl &F) {
  std::string Name = messageName(F);
  return Name == "lambda" ? "this lambda" : "'" + Name + "'";
}

std::string calleeName(const CallSite &Site) {
  std::string Name = Site.messageName();
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(Site.E);
  const ValueDecl *Pointer =
      Name.empty() && Call ? namedValue(Call->getCallee()) : nullptr;
  if (Pointer)
    Name = Pointer->getNameAsString();
  if (Name.empty())
    return "this call";
  return Name == "lambda" ? "a lambda" : "'" + Name + "'";
}

} // namespace asynctidy
