// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Symbols.h"
#include "model/Coroutine.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace asynctidy {

Symbols::Symbols(ASTContext &AST, llvm::StringRef UnitName, bool HidesMainFile)
    : AST(AST), UnitName(UnitName.str()), HidesMainFile(HidesMainFile),
      Mangler(AST.createMangleContext()) {}

static program::Symbol hashed(llvm::StringRef Text) {
  program::Symbol Hash = llvm::xxh3_64bits(Text) & ~program::InternalBit;
  return Hash ? Hash : 1; // 0 is none
}

program::ProgramId Symbols::ofProgram() const {
  const TranslationUnitDecl &All = *AST.getTranslationUnitDecl();
  bool HasMain =
      llvm::any_of(All.lookup(&AST.Idents.get("main")), [](const NamedDecl *D) {
        const auto *F = dyn_cast<FunctionDecl>(D);
        return F && F->isMain() && definitionOf(*F);
      });
  // Neither 0 nor what stands for several.
  return HasMain ? hashed(UnitName) % (program::VariousPrograms - 1) + 1 : 0;
}

program::Symbol Symbols::next() {
  // Not the highest numbers, which DenseMap keeps for itself.
  constexpr program::Symbol Mask = program::InternalBit >> 1;
  program::Symbol Hash = hashed(UnitName + "#" + std::to_string(++Count));
  return (Hash & ~Mask) | program::InternalBit;
}

bool Symbols::isHidden(const NamedDecl &D) const {
  if (!HidesMainFile)
    return false;
  const auto *F = dyn_cast<FunctionDecl>(&D);
  const FunctionDecl *Definition = F ? definitionOf(*F) : nullptr;
  const SourceManager &SM = D.getASTContext().getSourceManager();
  return Definition && SM.isInMainFile(Definition->getLocation());
}

/// What a linker would call it; empty for what it would not see.
std::string Symbols::mangled(Routine R) const {
  const auto *Named = cast<NamedDecl>(R.getPointer());
  const auto *Context = Named->getDeclContext();
  if (!Named->isExternallyVisible() || Context->isDependentContext() ||
      Named->isTemplated() || isHidden(*Named))
    return {};
  std::string Name;
  llvm::raw_string_ostream Out(Name);
  const auto *F = dyn_cast<FunctionDecl>(Named);
  if (!F) {
    Out << static_cast<int>(R.getInt()) << ' ';
    const ASTContext &AST = Named->getASTContext();
    Mangler->mangleCanonicalTypeName(AST.getTypeDeclType(cast<TypeDecl>(Named)),
                                     Out);
    return Name;
  }
  if (!Mangler->shouldMangleDeclName(F))
    return F->getNameAsString();
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    Mangler->mangleName(GlobalDecl(Constructor, Ctor_Complete), Out);
  else if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(F))
    Mangler->mangleName(GlobalDecl(Destructor, Dtor_Complete), Out);
  else
    Mangler->mangleName(GlobalDecl(F), Out);
  return Name;
}

program::Symbol Symbols::of(Routine R) {
  // A destruction does what the destructor does, and more.
  if (const FunctionDecl *Written = writtenFunction(R))
    R = routineOf(*Written);
  R.setPointer(R.getPointer()->getCanonicalDecl());
  auto [Known, IsNew] = Routines.try_emplace(R, 0);
  if (IsNew) {
    std::string Name = mangled(R);
    Known->second = Name.empty() ? next() : hashed(Name);
  }
  return Known->second;
}

program::Symbol Symbols::of(const ValueDecl &Variable) {
  const auto &Canonical = *cast<ValueDecl>(Variable.getCanonicalDecl());
  auto [Known, IsNew] = Variables.try_emplace(&Canonical, 0);
  if (!IsNew)
    return Known->second;
  const auto *Class = dyn_cast<CXXRecordDecl>(Canonical.getDeclContext());
  std::string Name;
  llvm::raw_string_ostream Out(Name);
  if (Class && Class->isExternallyVisible() && !Class->isDependentContext()) {
    // A field has no name for linkers, but its class has.
    QualType T = Class->getASTContext().getTypeDeclType(Class);
    Mangler->mangleCanonicalTypeName(T, Out);
    Out << "::" << Canonical.getName();
  } else if (const auto *Global = dyn_cast<VarDecl>(&Canonical);
             Global && Global->isExternallyVisible() && !Class &&
             !Global->isTemplated()) {
    Out << "variable ";
    if (Mangler->shouldMangleDeclName(Global))
      Mangler->mangleName(GlobalDecl(Global), Out);
    else
      Out << Global->getName();
  }
  return Known->second = Name.empty() ? next() : hashed(Name);
}

/// A class is told by its destruction, which every class has.
program::Symbol Symbols::of(const CXXRecordDecl &Class) {
  return of(destructionOf(Class));
}

program::Symbol Symbols::ofPattern(const FunctionDecl &F, llvm::StringRef File,
                                   unsigned Offset) {
  return F.isExternallyVisible() || F.isTemplated()
             ? hashed((File + ":" + llvm::Twine(Offset)).str())
             : of(routineOf(F));
}

} // namespace asynctidy
