// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Units as files: the summary of one compilation, or an index of many. Such a
// file is read by the build of async-tidy that wrote it, or refused.
#pragma once

#include "Records.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace asynctidy::program {

/// The bytes of a summary file or an index. The same units give the same bytes.
std::string encodeArchive(llvm::ArrayRef<const Unit *> Units);

/// The units of which encodeArchive made \p Bytes. Every mistake in them is an
/// error that names the file \p Name: what is returned refers to nothing that
/// is not there. Empty ranges begin at 0.
llvm::Expected<std::vector<Unit>> decodeArchive(llvm::StringRef Bytes,
                                                llvm::StringRef Name);

llvm::Expected<std::vector<Unit>> readArchive(llvm::StringRef File);

} // namespace asynctidy::program
