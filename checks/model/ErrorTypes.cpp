// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ErrorTypes.h"
#include "Names.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

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

/// Whether one of the types among \p Args fits.
static bool anyType(llvm::ArrayRef<TemplateArgument> Args,
                    llvm::function_ref<bool(QualType)> Fits) {
  return llvm::any_of(Args, [&](const TemplateArgument &Arg) {
    return Arg.getKind() == TemplateArgument::Pack
               ? anyType(Arg.pack_elements(), Fits)
               : Arg.getKind() == TemplateArgument::Type &&
                     Fits(Arg.getAsType());
  });
}

bool canHoldError(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (isError(T) || soundsLikeError(T))
    return true;
  const auto *Special = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  static constexpr llvm::StringLiteral Bundles[] = {"tuple", "pair", "optional",
                                                    "variant"};
  if (!Special || !Special->isInStdNamespace() ||
      !llvm::is_contained(Bundles, Special->getName()))
    return false;
  return anyType(Special->getTemplateArgs().asArray(), canHoldError);
}

/// Whether a name of \p Type's values is one for an error.
static bool namesError(const EnumDecl &Type) {
  static constexpr llvm::StringLiteral TypeWords[] = {
      "error", "errc", "status", "result", "code", "outcome"};
  static constexpr llvm::StringLiteral ValueWords[] = {"error", "err", "fail",
                                                       "failed", "failure"};
  return Type.getIdentifier() && hasWord(Type.getName(), TypeWords) &&
         llvm::any_of(Type.enumerators(), [](const EnumConstantDecl *Value) {
           return hasWord(Value->getName(), ValueWords);
         });
}

/// Whether \p Method is there to be asked for an error.
static bool tellsError(const CXXMethodDecl &Method) {
  static constexpr llvm::StringLiteral Names[] = {
      "error",         "has_error",    "hasError",
      "has_exception", "hasException", "exception",
      "get_exception", "getException", "failed"};
  return Method.getIdentifier() && !Method.getNumParams() &&
         !Method.isStatic() && Method.getAccess() == AS_public &&
         !Method.getReturnType()->isVoidType() &&
         llvm::is_contained(Names, Method.getName());
}

static bool hasErrorMethod(const CXXRecordDecl &Record) {
  auto Tells = [](const CXXRecordDecl &Class) {
    if (Class.getIdentifier() && hasWord(Class.getName(), {"status"}) &&
        llvm::any_of(Class.methods(), [](const CXXMethodDecl *Method) {
          return Method->getIdentifier() && Method->getName() == "ok";
        }))
      return true;
    for (const Decl *D : Class.decls()) {
      // `template <...> const E &error() const`
      if (const auto *Shadow = dyn_cast<UsingShadowDecl>(D))
        D = Shadow->getTargetDecl();
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        D = Template->getTemplatedDecl();
      const auto *Method = dyn_cast<CXXMethodDecl>(D);
      if (Method && tellsError(*Method))
        return true;
    }
    return false;
  };
  return Tells(Record) || !Record.forallBases([&](const CXXRecordDecl *Base) {
    return !Base->hasDefinition() || !Tells(*Base->getDefinition());
  });
}

static bool showsErrorWithin(QualType T, unsigned Depth);

static bool hasErrorMember(const CXXRecordDecl &Record, unsigned Depth) {
  return llvm::any_of(Record.fields(), [&](const FieldDecl *Field) {
    return Field->getAccess() == AS_public &&
           !Field->getType()->isAnyPointerType() &&
           showsErrorWithin(Field->getType(), Depth);
  });
}

/// Looks at most \p Depth classes deep.
static bool showsErrorWithin(QualType T, unsigned Depth) {
  if (T.isNull() || T->isDependentType() || !Depth)
    return false;
  T = T.getNonReferenceType();
  if (T->isAnyPointerType())
    return false;
  if (isError(T))
    return true;
  if (const auto *Enumeration = T->getAs<EnumType>())
    return namesError(*Enumeration->getDecl());
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record)
    return false;
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  static constexpr llvm::StringLiteral Bundles[] = {
      "tuple", "pair",  "optional", "variant", "vector",
      "array", "deque", "list",     "map",     "unordered_map"};
  if (Special && Special->isInStdNamespace() &&
      llvm::is_contained(Bundles, Special->getName()))
    return anyType(Special->getTemplateArgs().asArray(), [&](QualType Part) {
      return showsErrorWithin(Part, Depth - 1);
    });
  return hasErrorMethod(*Record) || hasErrorMember(*Record, Depth - 1);
}

bool showsError(QualType T) { return showsErrorWithin(T, 4); }

bool showsErrorInMembers(QualType T) {
  const CXXRecordDecl *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() && !isError(T) &&
         !hasErrorMethod(*Record->getDefinition()) &&
         hasErrorMember(*Record->getDefinition(), 3);
}

/// Whether \p T refers to an error code or pointer that can be changed.
static bool isErrorReference(QualType T) {
  return T->isLValueReferenceType() &&
         !T->getPointeeType().isConstQualified() &&
         !T->getPointeeType()->isAnyPointerType() &&
         isError(T->getPointeeType());
}

bool isErrorOutput(const ParmVarDecl &P) {
  return isErrorReference(P.getType());
}

bool keepsErrorOutput(QualType T) {
  const CXXRecordDecl *Record =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  return Record && llvm::any_of(Record->fields(), [](const FieldDecl *Field) {
           return isErrorReference(Field->getType()) ||
                  keepsErrorOutput(Field->getType());
         });
}

} // namespace asynctidy
