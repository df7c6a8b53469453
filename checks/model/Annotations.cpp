// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Annotations.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace asynctidy {

static Annotation fromAttribute(llvm::StringRef Text) {
  return llvm::StringSwitch<Annotation>(Text)
      .Case("async::blocking", Annotation::Blocking)
      .Case("async::nonblocking", Annotation::NonBlocking)
      .Case("async::offload", Annotation::Offload)
      .Case("async::on_loop", Annotation::OnLoop)
      .Default(Annotation::None);
}

/// Clang keeps its own attributes in the function's type.
static Annotation fromEffects(const FunctionDecl &F) {
  for (const FunctionEffectWithCondition &Effect : F.getFunctionEffects()) {
    if (Effect.Cond.getCondition())
      continue;
    if (Effect.Effect.kind() == FunctionEffect::Kind::NonBlocking)
      return Annotation::NonBlocking;
    if (Effect.Effect.kind() == FunctionEffect::Kind::Blocking)
      return Annotation::Blocking;
  }
  return Annotation::None;
}

Annotation annotationOf(const FunctionDecl &F) {
  for (const FunctionDecl *Declaration : F.redecls())
    for (const auto *Attribute : Declaration->specific_attrs<AnnotateAttr>())
      if (Annotation A = fromAttribute(Attribute->getAnnotation());
          A != Annotation::None)
        return A;
  if (const FunctionDecl *Pattern = F.getTemplateInstantiationPattern())
    return annotationOf(*Pattern);
  return fromEffects(F);
}

} // namespace asynctidy
