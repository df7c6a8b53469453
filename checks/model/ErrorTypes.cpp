// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ErrorTypes.h"
#include "Names.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

// libstdc++ declares it in a namespace of its own.
static constexpr llvm::StringLiteral ExceptionPointers[] = {
    "std::exception_ptr", "std::__exception_ptr::exception_ptr"};
static constexpr llvm::StringLiteral ErrorCodes[] = {
    "std::error_code", "boost::system::error_code"};

bool isExceptionPointer(QualType T) {
  return llvm::any_of(ExceptionPointers,
                      [&](llvm::StringRef Name) { return typeIs(T, Name); });
}

bool isError(QualType T) {
  return isExceptionPointer(T) ||
         llvm::any_of(ErrorCodes,
                      [&](llvm::StringRef Name) { return typeIs(T, Name); });
}

/// Whether the name of a class or enumeration says that it tells of errors:
/// `expected`, `io_status`, `error_code`.
static bool soundsLikeError(QualType T) {
  static constexpr llvm::StringLiteral Words[] = {
      "expected", "outcome", "result", "try", "error", "errc", "status"};
  const TagDecl *Type = T->getAsTagDecl();
  return Type && Type->getIdentifier() && hasWord(Type->getName(), Words);
}

bool canHoldError(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (isError(T) || soundsLikeError(T))
    return true;
  const auto *Special = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  auto Holds = [](const TemplateArgument &Arg) {
    return Arg.getKind() == TemplateArgument::Type &&
           canHoldError(Arg.getAsType());
  };
  static constexpr llvm::StringLiteral Bundles[] = {"tuple", "pair", "optional",
                                                    "variant"};
  if (!Special || !Special->isInStdNamespace() ||
      !llvm::is_contained(Bundles, Special->getName()))
    return false;
  return llvm::any_of(Special->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &Arg) {
                        return Arg.getKind() == TemplateArgument::Pack
                                   ? llvm::any_of(Arg.pack_elements(), Holds)
                                   : Holds(Arg);
                      });
}

} // namespace asynctidy
