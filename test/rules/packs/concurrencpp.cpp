// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack concurrencpp %s -I%S/Inputs/concurrencpp
// Verified against: a stub of concurrencpp 0.1.7
#include <concurrencpp/concurrencpp.h>
