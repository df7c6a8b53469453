// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack cuda %s -I%S/Inputs/cuda
// Verified against: a stub of CUDA 12.5
#include <cuda.h>
#include <cuda_runtime_api.h>
