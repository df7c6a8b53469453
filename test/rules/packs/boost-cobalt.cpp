// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack boost-cobalt %s -I%S/Inputs/boost-cobalt
// Verified against: a stub of Boost.Cobalt 1.88 on libboost1.81-dev, and of 1.89 for boost::cobalt::io
#include <boost/cobalt.hpp>
#include <boost/cobalt/io.hpp>
#include <boost/cobalt/main.hpp>
