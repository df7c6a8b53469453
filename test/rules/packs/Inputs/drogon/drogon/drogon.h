// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/HttpAppFramework.h"
#include "drogon/HttpClient.h"
#include "drogon/HttpTypes.h"
#include "drogon/utils/coroutine.h"
