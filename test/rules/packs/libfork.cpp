// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack libfork %s -I%S/Inputs/libfork
// Verified against: a stub of libfork 3.8
#include <libfork/algorithm/fold.hpp>
#include <libfork/algorithm/for_each.hpp>
#include <libfork/algorithm/map.hpp>
#include <libfork/algorithm/scan.hpp>
#include <libfork/core.hpp>
#include <libfork/schedule.hpp>
