// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A project's own archive. What is to stop is told by a token, which is given
// on by hand.
#pragma once

#include "../../Inputs/tasks.h"
#include <exception>
#include <string>

namespace archive {

struct operation_cancelled : std::exception {};

/// Copies are one and the same.
class token {
public:
  token() = default; // never asks anybody to stop
  bool stop_wanted() const;
};

class store {
public:
  own::lazy<> write(std::string row, token stop = {});
  own::lazy<> remove(std::string row, token stop = {});
  own::lazy<> close(token stop = {});
};

} // namespace archive
