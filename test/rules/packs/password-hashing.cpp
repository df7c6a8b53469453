// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack password-hashing %s
// Verified against: libargon2-dev libsodium-dev libcrypt-dev
#include <argon2.h>
#include <crypt.h>
#include <sodium.h>
