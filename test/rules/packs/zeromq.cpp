// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack zeromq %s
// Verified against: libzmq3-dev
#define ZMQ_BUILD_DRAFT_API
#include <sys/uio.h>
#include <zmq.h>
