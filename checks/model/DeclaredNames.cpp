// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "DeclaredNames.h"
#include "Names.h"
#include "Words.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using llvm::StringRef;

namespace asynctidy {

namespace {

/// Finds what no lookup by name does.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(llvm::StringSet<> &Enumerators, llvm::StringSet<> &Friends)
      : Enumerators(Enumerators), Friends(Friends) {}

  bool VisitEnumConstantDecl(EnumConstantDecl *D) {
    Enumerators.insert(D->getName());
    return true;
  }
  bool VisitFriendDecl(FriendDecl *D) {
    if (const NamedDecl *Friend = D->getFriendDecl())
      Friends.insert(qualifiedName(*Friend->getUnderlyingDecl()));
    return true;
  }
  bool TraverseStmt(Stmt *) { return true; } // only declarations

private:
  llvm::StringSet<> &Enumerators, &Friends;
};

} // namespace

DeclaredNames::DeclaredNames(const ASTContext &AST, const Preprocessor &PP)
    : AST(AST), PP(PP) {
  Collector(Enumerators, Friends).TraverseDecl(AST.getTranslationUnitDecl());
}

/// The class a type names: itself, or the pattern of a class template.
static const CXXRecordDecl *patternOf(QualType T) {
  if (T.isNull())
    return nullptr;
  if (const CXXRecordDecl *Record = recordOf(T))
    return Record;
  const auto *Special =
      T.getCanonicalType()->getAs<TemplateSpecializationType>();
  const TemplateDecl *Template =
      Special ? Special->getTemplateName().getAsTemplateDecl() : nullptr;
  return Template ? llvm::dyn_cast_or_null<CXXRecordDecl>(
                        Template->getTemplatedDecl())
                  : nullptr;
}

/// Where the members of \p D are declared; null if it has none.
static const DeclContext *membersOf(const NamedDecl &Named) {
  const NamedDecl *D = Named.getUnderlyingDecl();
  if (const auto *Template = dyn_cast<TemplateDecl>(D))
    D = Template->getTemplatedDecl();
  if (!D)
    return nullptr;
  if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
    return Alias->getNamespace();
  if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D)) {
    QualType T = Typedef->getUnderlyingType();
    if (const CXXRecordDecl *Record = patternOf(T))
      return Record->hasDefinition() ? Record->getDefinition() : Record;
    const auto *Enum = T->getAs<EnumType>();
    return Enum ? Enum->getDecl() : nullptr;
  }
  if (const auto *Tag = dyn_cast<TagDecl>(D)) {
    const TagDecl *Definition = Tag->getDefinition();
    return Definition ? Definition : Tag;
  }
  return dyn_cast<DeclContext>(D);
}

/// A class template's partial and full specializations can have members that
/// the template has not.
static void addSpecializations(const NamedDecl &D,
                               llvm::SmallVectorImpl<const DeclContext *> &To) {
  const auto *Template = dyn_cast<ClassTemplateDecl>(D.getUnderlyingDecl());
  if (!Template)
    return;
  for (const auto *Special : Template->specializations())
    if (Special->hasDefinition())
      To.push_back(Special->getDefinition());
  llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
  const_cast<ClassTemplateDecl *>(Template)->getPartialSpecializations(Partial);
  for (const auto *Special : Partial)
    if (Special->hasDefinition())
      To.push_back(Special->getDefinition());
}

/// \p Scope, or all parts of it if it is a namespace.
static llvm::SmallVector<const DeclContext *, 4>
partsOf(const DeclContext &Scope) {
  const auto *Space = dyn_cast<NamespaceDecl>(&Scope);
  if (!Space)
    return {&Scope};
  return {Space->redecls_begin(), Space->redecls_end()};
}

void DeclaredNames::lookupIn(const DeclContext &Scope, StringRef Part,
                             Seen &Done, Found &Result) const {
  if (!Done.insert(&Scope).second) // a template can derive from itself
    return;
  const size_t Before = Result.size();
  if (StringRef(Part).starts_with("operator")) {
    // Conversions and operators of templates: compared as rules spell them.
    for (const DeclContext *Each : partsOf(Scope))
      for (const Decl *D : Each->decls())
        if (const auto *Named = dyn_cast<NamedDecl>(D);
            Named && lastPart(*Named->getUnderlyingDecl()) == Part)
          Result.push_back(Named);
  }
  for (const NamedDecl *D : Scope.lookup(&AST.Idents.get(Part)))
    Result.push_back(D);
  if (const auto *Space = dyn_cast<NamespaceDecl>(&Scope))
    if (const NamespaceDecl *Nameless = Space->getAnonymousNamespace())
      lookupIn(*Nameless, Part, Done, Result);
  const auto *Record = dyn_cast<CXXRecordDecl>(&Scope);
  if (Result.size() != Before || !Record || !Record->hasDefinition())
    return;
  for (const CXXBaseSpecifier &Base : Record->getDefinition()->bases()) {
    const CXXRecordDecl *Parent = patternOf(Base.getType());
    if (!Parent)
      continue;
    Scopes Parents = {Parent};
    if (const ClassTemplateDecl *Template = Parent->getDescribedClassTemplate())
      addSpecializations(*Template, Parents);
    for (const DeclContext *Each : Parents)
      lookupIn(*Each, Part, Done, Result);
  }
}

DeclaredNames::Scopes DeclaredNames::scopesNamed(StringRef Name) const {
  if (Name.empty())
    return {AST.getTranslationUnitDecl()};
  Scopes Result;
  for (const NamedDecl *D : lookup(Name)) {
    if (const DeclContext *Members = membersOf(*D))
      Result.push_back(Members);
    addSpecializations(*D, Result);
  }
  return Result;
}

DeclaredNames::Found DeclaredNames::lookup(StringRef Name) const {
  Found Result;
  Seen Done;
  for (const DeclContext *Scope : scopesNamed(scopeOf(Name)))
    lookupIn(*Scope, lastPart(Name), Done, Result);
  return Result;
}

bool DeclaredNames::hasFunction(StringRef Name) const {
  StringRef Class = lastPart(scopeOf(Name));
  StringRef Last = lastPart(Name);
  // Every class has a constructor and a destructor, written or not.
  if (!Class.empty() && (Last == Class || Last.drop_while([](char C) {
        return C == '~';
      }) == Class))
    if (hasType(scopeOf(Name)))
      return true;
  return hasObject(Name) || Friends.contains(Name);
}

bool DeclaredNames::hasObject(StringRef Name) const {
  return llvm::any_of(lookup(Name), [](const NamedDecl *D) {
    D = D->getUnderlyingDecl();
    return isa<FunctionDecl, FunctionTemplateDecl, VarDecl, VarTemplateDecl,
               FieldDecl, UnresolvedUsingValueDecl>(D);
  });
}

bool DeclaredNames::hasType(StringRef Name) const {
  return llvm::any_of(lookup(Name), [](const NamedDecl *D) {
    D = D->getUnderlyingDecl();
    return isa<TypeDecl, ClassTemplateDecl, TypeAliasTemplateDecl>(D);
  });
}

bool DeclaredNames::hasNamespace(StringRef Name) const {
  return llvm::any_of(lookup(Name), [](const NamedDecl *D) {
    const auto *Space = dyn_cast<NamespaceDecl>(D);
    return Space && !Space->isInline();
  });
}

bool DeclaredNames::hasConstant(StringRef Name) const {
  int64_t Number;
  if (!Name.getAsInteger(0, Number) || Name == "true" || Name == "false")
    return true;
  const IdentifierInfo *Id = PP.getIdentifierInfo(Name);
  return (Id && Id->hadMacroDefinition()) || Enumerators.contains(Name) ||
         llvm::any_of(lookup(Name), [](const NamedDecl *D) {
           return isa<EnumConstantDecl, VarDecl>(D->getUnderlyingDecl());
         });
}

/// The names that \p Scope declares, those in its inline namespaces included.
static void addNames(const DeclContext &Scope, std::vector<std::string> &To) {
  for (const Decl *D : Scope.decls()) {
    if (const auto *Named = dyn_cast<NamedDecl>(D))
      To.push_back(lastPart(*Named->getUnderlyingDecl()));
    if (const auto *Inner = dyn_cast<DeclContext>(D);
        Inner && Inner->isTransparentContext())
      addNames(*Inner, To);
    if (const auto *Space = dyn_cast<NamespaceDecl>(D);
        Space && Space->isInline())
      addNames(*Space, To);
  }
}

std::string DeclaredNames::nearestTo(StringRef Name) const {
  std::vector<std::string> Names;
  for (const DeclContext *Scope : scopesNamed(scopeOf(Name)))
    for (const DeclContext *Each : partsOf(*Scope))
      addNames(*Each, Names);
  llvm::sort(Names);
  // What has the very name is something else: a class, say, for a namespace.
  llvm::erase(Names, lastPart(Name).str());
  std::vector<StringRef> Words(Names.begin(), Names.end());
  StringRef Word = nearest(lastPart(Name), Words);
  if (Word.empty())
    return "";
  std::string Scope = scopeOf(Name).str();
  return Scope.empty() ? Word.str() : Scope + "::" + Word.str();
}

} // namespace asynctidy
