// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "StopMessages.h"
#include "FindingAt.h"
#include "model/Names.h"
#include "model/StopQuestions.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace asynctidy {

std::string handlerName(const CXXCatchStmt &Handler) {
  QualType T = Handler.getCaughtType();
  if (T.isNull())
    return "'catch (...)'";
  std::string Name = messageName(T.getNonReferenceType().getUnqualifiedType());
  if (T->isReferenceType())
    Name =
        (T->getPointeeType().isConstQualified() ? "const " : "") + Name + " &";
  return "'catch (" + Name + ")'";
}

Finding findingAt(const CaughtSignal &Caught, llvm::StringRef Check,
                  std::string Message) {
  Finding Found;
  Found.Check = Check;
  SourceLocation At = Caught.Handler->getCatchLoc();
  Found.Main = {At, At, std::move(Message)};
  Found.Path.push_back({Caught.At->getKeywordLoc(), Caught.At->getSourceRange(),
                        "it is thrown by this 'co_await'"});
  for (const FunctionDecl *Called : Caught.Unseen)
    Found.Assumptions.push_back({Called, program::Fact::Rethrows,
                                 /*Parameter=*/0, /*Expected=*/false,
                                 /*IfUnknown=*/true});
  return Found;
}

/// Whether a handler anywhere can name \p Type.
static bool isNameable(const CXXRecordDecl &Type) {
  if (!Type.getIdentifier() || Type.isDependentContext())
    return false;
  const Decl *D = &Type;
  while (!isa<TranslationUnitDecl>(D)) {
    const auto *Context = dyn_cast<NamespaceDecl>(D);
    bool IsHidden = !Context && (D->getAccess() == AS_private ||
                                 D->getAccess() == AS_protected);
    if (IsHidden || isa<FunctionDecl>(D))
      return false;
    D = cast<Decl>(D->getDeclContext());
  }
  return true;
}

void adviseRethrow(Finding &F, const CaughtSignal &Caught, const Model &M) {
  const StopSignal &Signal = Caught.Signal;
  if (Signal.isToldByCode())
    return addNote(F, "instead: leave when the error's code is '" +
                          Signal.name() + "'");
  if (isFor(*Caught.Handler, Signal) || !isNameable(*Signal.Type))
    return addNote(F, "instead: rethrow it with 'throw;' when the handler has "
                      "cleaned up");
  std::string Handler = "catch (const " + qualifiedName(*Signal.Type) + " &)";
  addNote(F, "instead: let it through, with a handler before this one: '" +
                 Handler + " { throw; }'");
  SourceLocation At = Caught.Handler->getCatchLoc();
  if (!At.isFileID())
    return;
  llvm::StringRef Indent =
      Lexer::getIndentationForLine(At, M.ast().getSourceManager());
  F.Fixes.push_back(FixItHint::CreateInsertion(
      At, (Handler + " {\n" + Indent + "  throw;\n" + Indent + "} ").str()));
}

} // namespace asynctidy
