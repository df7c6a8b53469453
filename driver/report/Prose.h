// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a finding says, for formats that have one text for all of it.
#pragma once

#include "Report.h"

namespace asynctidy::report {

/// Whether \p Note speaks of a place of its own, not of that of the finding.
bool isElsewhere(const Message &Note, const Diagnostic &D);

/// The message and, each on a line of its own, the notes about its place, which
/// say what to do.
std::string prose(const Diagnostic &D);

/// The same with what is said about other places, which are named:
/// `path:line:col: text`. Each line is printable.
std::string proseWithPlaces(const Report &R, const Diagnostic &D);

/// The findings that matter most in front: errors, then warnings.
std::vector<const Diagnostic *> errorsFirst(const Report &R);

/// The errors that kept files from being analysed, each once, though several
/// files failed because of it. One without a place is put into its file.
std::vector<Message> failures(const Report &R);

} // namespace asynctidy::report
