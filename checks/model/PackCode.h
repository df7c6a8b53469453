// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rule files as bytes. The built-in ones are checked and turned into bytes
// when the tool is built: parsing their YAML takes several milliseconds, every
// time the tool starts.
#pragma once

#include "Rules.h"

namespace asynctidy {

std::string encodePack(const RulePack &Pack);

/// The pack of which encodePack, of the same build, made \p Code.
std::unique_ptr<RulePack> decodePack(llvm::StringRef Code);

} // namespace asynctidy
