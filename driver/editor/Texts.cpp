// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Texts.h"
#include "Connection.h"
#include "llvm/Support/MemoryBuffer.h"

namespace asynctidy::editor {

const Texts::File &Texts::of(llvm::StringRef Path) {
  auto [Entry, IsNew] = Known.try_emplace(Path);
  File &It = Entry->getValue();
  if (IsNew) {
    It.Uri = uriOf(Path);
    if (auto OnDisk = llvm::MemoryBuffer::getFile(Path))
      It.Text = (*OnDisk)->getBuffer().str();
  }
  return It;
}

} // namespace asynctidy::editor
