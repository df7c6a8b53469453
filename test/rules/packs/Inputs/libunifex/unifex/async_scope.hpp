// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/v1/async_scope.hpp>
