// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack curl %s
// Verified against: libcurl4-openssl-dev
#include <curl/curl.h>
