// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack boost-test %s
// Verified against: libboost1.81-dev
#include <boost/test/debug.hpp>
#include <boost/test/unit_test.hpp>
