// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack boost-process %s
// Verified against: libboost1.81-dev
#include <boost/process.hpp>
#include <boost/process/v2.hpp>
