// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack std-execution %s -I%S/Inputs/std-execution
// Verified against: a stub of beman.execution 2026-08 and C++26
#include <beman/execution/execution.hpp>
#include <execution_of_cxx26.hpp>
