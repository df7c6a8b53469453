// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack boost-beast %s
// Verified against: libboost1.81-dev libssl-dev
#include <boost/asio/thread_pool.hpp>
#include <boost/beast.hpp>
#include <boost/beast/_experimental/test/stream.hpp>
#include <boost/beast/ssl.hpp>
