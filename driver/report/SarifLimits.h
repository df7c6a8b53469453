// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What GitHub takes of a SARIF log. With too many results it refuses all of
// them; of the rest it drops what is too much.
#pragma once

#include "Report.h"

namespace asynctidy::report {

constexpr size_t MaxResults = 25000, ShownResults = 5000; ///< of a run
constexpr size_t MaxSteps = 1000;       ///< of the code flow of a result
constexpr size_t MaxRelated = 100;      ///< locations of a result
constexpr size_t MaxDescription = 1024; ///< characters about a rule

/// The results that can be written, in the order of the report. Errors matter
/// most.
std::vector<const Diagnostic *> keptResults(const Report &R);

/// Shortens \p List and returns by how much.
template <typename T> size_t cut(std::vector<T> &List, size_t Limit) {
  if (List.size() <= Limit)
    return 0;
  size_t Dropped = List.size() - Limit;
  List.resize(Limit);
  return Dropped;
}

/// What was left out of a log.
struct Dropped {
  size_t Results = 0, Hidden = 0, Steps = 0, Related = 0;

  explicit Dropped(const Report &R);
  /// For users to know.
  std::vector<std::string> texts() const;
};

} // namespace asynctidy::report
