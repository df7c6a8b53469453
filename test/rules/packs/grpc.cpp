// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack grpc %s
// Verified against: libgrpc++-dev
#include <grpc/grpc.h>
#include <grpc/support/sync.h>
#include <grpc/support/time.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <grpcpp/support/sync_stream.h>
