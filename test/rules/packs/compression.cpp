// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack compression %s
// Verified against: zlib1g-dev libzstd-dev libbrotli-dev liblzma-dev libbz2-dev liblz4-dev
#include <brotli/decode.h>
#include <brotli/encode.h>
#include <bzlib.h>
#include <lz4.h>
#include <lz4frame.h>
#include <lz4hc.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
