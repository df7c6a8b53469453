// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace clang {
class FunctionDecl;
}

namespace asynctidy {

/// What the author says of a function in the source. Wins over rules and over
/// what its body shows.
enum class Annotation {
  None,
  Blocking,    ///< [[clang::annotate("async::blocking")]], [[clang::blocking]]
  NonBlocking, ///< "async::nonblocking", [[clang::nonblocking]]
  Offload,     ///< "async::offload": its callables run where blocking is fine
  OnLoop,      ///< "async::on_loop": it runs on the event loop
};

/// The annotation of any declaration of \p F.
Annotation annotationOf(const clang::FunctionDecl &F);

} // namespace asynctidy
