// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Places in a text as editors count them: lines and characters from 0, where a
// character is a unit of some encoding, while the text is UTF-8 in any case.
#pragma once

#include "llvm/ADT/StringRef.h"
#include <optional>

namespace asynctidy::editor {

enum class Encoding { Utf8, Utf16, Utf32 };

/// Of the name that the protocol has for it ("utf-16"); nothing if it is none.
std::optional<Encoding> encodingNamed(llvm::StringRef Name);
llvm::StringRef nameOf(Encoding Units);

struct Position {
  unsigned Line = 0, Character = 0;
};

/// Of the byte at \p Offset. What is behind the end is the end.
Position positionAt(llvm::StringRef Text, size_t Offset, Encoding Units);

/// The byte at \p Where. What is behind the end of a line is that end.
size_t offsetAt(llvm::StringRef Text, Position Where, Encoding Units);

} // namespace asynctidy::editor
