// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "llvm/Support/JSON.h"

namespace asynctidy {

/// In the parameters of a textDocument/publishDiagnostics, names us as the
/// source of what our checks have found. clangd links every check to a page of
/// LLVM's; ours are linked to the installed page, if there is one.
void markOurs(llvm::json::Value &Parameters);

} // namespace asynctidy
