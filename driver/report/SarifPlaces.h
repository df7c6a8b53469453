// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Places and what is said about them, in the words of SARIF.
#pragma once

#include "Report.h"

namespace llvm::json {
class OStream;
} // namespace llvm::json

namespace asynctidy::report {

class SourceFiles;

/// Writes attributes of the object that is open.
class SarifPlaces {
public:
  SarifPlaces(llvm::json::OStream &J, const Report &R, SourceFiles &Sources)
      : J(J), R(R), Sources(Sources) {}

  /// `artifactLocation`, relative to %SRCROOT% if the file is below it.
  void artifactLocation(llvm::StringRef File);
  /// `startLine` and so on.
  void region(const Place &Where);
  /// `physicalLocation`, if there is a place.
  void physicalLocation(const Place &Where);
  /// `message`, with \p Text as it is.
  void message(llvm::StringRef Text);
  /// All of a location.
  void location(const Message &M);

private:
  llvm::json::OStream &J;
  const Report &R;
  SourceFiles &Sources;
};

/// \p Text as part of a message: brackets are links there, unless a backslash
/// says that they are not.
std::string escapedMessage(llvm::StringRef Text);

} // namespace asynctidy::report
