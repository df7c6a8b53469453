// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Names.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace asynctidy {

std::string lastPart(const NamedDecl &D) {
  DeclarationName Name = D.getDeclName();
  switch (Name.getNameKind()) {
  case DeclarationName::Identifier:
    return Name.getAsIdentifierInfo()
               ? Name.getAsIdentifierInfo()->getName().str()
               : std::string();
  case DeclarationName::CXXConstructorName:
  case DeclarationName::CXXDestructorName: {
    std::string Class = lastPart(*cast<NamedDecl>(D.getDeclContext()));
    bool IsDestructor =
        Name.getNameKind() == DeclarationName::CXXDestructorName;
    return IsDestructor ? "~" + Class : Class;
  }
  default: // operators too: `operator<<`, but `operator co_await`
    return Name.getAsString();
  }
}

/// Whether rules spell this scope as part of a name.
static bool isSpelledScope(const DeclContext &Context) {
  if (const auto *Space = dyn_cast<NamespaceDecl>(&Context))
    return !Space->isInline() && !Space->isAnonymousNamespace();
  if (const auto *Enum = dyn_cast<EnumDecl>(&Context))
    return Enum->isScoped();
  if (const auto *Record = dyn_cast<RecordDecl>(&Context))
    return Record->getIdentifier() != nullptr;
  return false;
}

std::string qualifiedName(const NamedDecl &D) {
  llvm::SmallVector<std::string, 6> Parts;
  Parts.push_back(lastPart(D));
  for (const DeclContext *C = D.getDeclContext(); C; C = C->getParent())
    if (isSpelledScope(*C))
      Parts.push_back(lastPart(*cast<NamedDecl>(C)));
  std::string Name;
  for (const std::string &Part : llvm::reverse(Parts)) {
    if (!Name.empty())
      Name += "::";
    Name += Part;
  }
  return Name;
}

std::string messageName(const FunctionDecl &F) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&F)) {
    if (Method->getParent()->isLambda())
      return "lambda";
    if (isa<CXXConstructorDecl, CXXDestructorDecl>(Method))
      return qualifiedName(*Method->getParent());
  }
  return qualifiedName(F);
}

static bool isOfClosure(const DeclContext &C) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&C);
  return Method && Method->getParent()->isLambda();
}

std::string enclosingName(const FunctionDecl &F) {
  const DeclContext *C = &F;
  while (C && (!isa<FunctionDecl>(C) || isOfClosure(*C)))
    C = C->getParent();
  return qualifiedName(C ? *cast<FunctionDecl>(C) : F);
}

/// A typedef inside a template (`std::enable_if<...>::type`) is nothing a
/// reader has written.
static bool isInTemplate(const Decl &D) {
  for (const DeclContext *C = D.getDeclContext(); C; C = C->getParent())
    if (isa<ClassTemplateSpecializationDecl>(C) || C->isDependentContext())
      return true;
  return false;
}

std::string messageName(QualType T) {
  T = QualType(T.getNonReferenceType()->getBaseElementTypeUnsafe(), 0);
  const auto *Typedef = T->getAs<TypedefType>();
  if (Typedef && !isInTemplate(*Typedef->getDecl()))
    return qualifiedName(*Typedef->getDecl());
  if (const CXXRecordDecl *Record = recordOf(T))
    return qualifiedName(*Record);
  return T.getUnqualifiedType().getAsString();
}

void forEachWord(llvm::StringRef Name,
                 llvm::function_ref<void(llvm::StringRef)> Use) {
  std::string Word;
  for (std::size_t I = 0; I <= Name.size(); ++I) {
    bool Ends = I == Name.size() || Name[I] == '_' || llvm::isUpper(Name[I]);
    if (Ends && !Word.empty())
      Use(Word);
    if (Ends)
      Word.clear();
    if (I < Name.size() && Name[I] != '_')
      Word += llvm::toLower(Name[I]);
  }
}

bool hasWord(llvm::StringRef Name, llvm::ArrayRef<llvm::StringLiteral> Words) {
  bool Has = false;
  forEachWord(Name, [&](llvm::StringRef Word) {
    Has |= llvm::is_contained(Words, Word);
  });
  return Has;
}

const CXXRecordDecl *recordOf(QualType T) {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (Record && Record->hasDefinition())
    return Record->getDefinition();
  return Record;
}

static bool recordIs(const CXXRecordDecl &Record, llvm::StringRef Name,
                     llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  if (!Seen.insert(Record.getCanonicalDecl()).second)
    return false;
  if (Record.getIdentifier() && Record.getName() == lastPart(Name) &&
      qualifiedName(Record) == Name)
    return true;
  if (!Record.hasDefinition())
    return false;
  return llvm::any_of(Record.bases(), [&](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = recordOf(Base.getType());
    return Parent && recordIs(*Parent, Name, Seen);
  });
}

/// Looks at one layer of typedefs after the other, since each has a name.
bool isTypedef(QualType T, llvm::StringRef Name) {
  while (const auto *Typedef = T->getAs<TypedefType>()) {
    if (Typedef->getDecl()->getName() == lastPart(Name) &&
        qualifiedName(*Typedef->getDecl()) == Name)
      return true;
    T = Typedef->desugar();
  }
  return false;
}

bool typeIs(QualType T, llvm::StringRef Name) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  if (isTypedef(T, Name))
    return true;
  if (const CXXRecordDecl *Record = recordOf(T)) {
    llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
    return recordIs(*Record, Name, Seen);
  }
  if (const auto *Enum = T->getAs<EnumType>())
    return qualifiedName(*Enum->getDecl()) == Name;
  return false;
}

static bool argumentMentions(const TemplateArgument &Arg,
                             llvm::StringRef Name) {
  if (Arg.getKind() == TemplateArgument::Pack)
    return llvm::any_of(Arg.pack_elements(), [&](const TemplateArgument &Part) {
      return argumentMentions(Part, Name);
    });
  return Arg.getKind() == TemplateArgument::Type &&
         typeMentions(Arg.getAsType(), Name);
}

bool typeMentions(QualType T, llvm::StringRef Name) {
  if (typeIs(T, Name))
    return true;
  const auto *Record = recordOf(T);
  const auto *Special =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  if (!Special)
    return false;
  return llvm::any_of(
      Special->getTemplateArgs().asArray(),
      [&](const TemplateArgument &Arg) { return argumentMentions(Arg, Name); });
}

llvm::SmallVector<QualType, 2> typeArguments(QualType T) {
  llvm::SmallVector<QualType, 2> Types;
  const CXXRecordDecl *Record = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  const auto *Special =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  auto Add = [&](const TemplateArgument &Arg) {
    if (Arg.getKind() == TemplateArgument::Type)
      Types.push_back(Arg.getAsType());
  };
  if (Special)
    for (const TemplateArgument &Arg : Special->getTemplateArgs().asArray()) {
      Add(Arg);
      if (Arg.getKind() == TemplateArgument::Pack)
        llvm::for_each(Arg.pack_elements(), Add);
    }
  return Types;
}

bool isClosure(QualType T) {
  const CXXRecordDecl *Record = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->isLambda();
}

} // namespace asynctidy
