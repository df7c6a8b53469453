// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack librdkafka-cpp %s
// Verified against: librdkafka-dev
#include <librdkafka/rdkafkacpp.h>
