// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "nap.h"

extern "C" int usleep(unsigned);

void nap() { usleep(10); }
