// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack mongocxx %s -I%S/Inputs/mongocxx
// Verified against: a stub of mongo-cxx-driver 4.5
#include <mongocxx/client.hpp>
