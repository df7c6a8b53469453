// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack toomanycooks %s -I%S/Inputs/toomanycooks
// Verified against: a stub of TooManyCooks 1.7
#include <tmc/all_headers.hpp>
#include <tmc/asio/aw_asio.hpp>
#include <tmc/asio/ex_asio.hpp>
