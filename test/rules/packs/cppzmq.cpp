// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack cppzmq %s
// Verified against: cppzmq-dev libzmq3-dev
#define ZMQ_BUILD_DRAFT_API
#include <zmq.hpp>
#include <zmq_addon.hpp>
