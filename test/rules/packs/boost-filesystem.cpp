// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack boost-filesystem %s
// Verified against: libboost1.81-dev
#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
