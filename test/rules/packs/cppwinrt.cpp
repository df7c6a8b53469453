// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack cppwinrt %s -I%S/Inputs/cppwinrt
// Verified against: a stub of C++/WinRT 3.0 and WIL of August 2026
#include <winrt/Microsoft.UI.Dispatching.h>
#include <winrt/Windows.Foundation.h>
#include <winrt/Windows.System.Threading.h>
#include <winrt/Windows.System.h>
#include <winrt/Windows.UI.Core.h>

#include <wil/coroutine.h>
#include <wil/cppwinrt_helpers.h>
#include <wil/resource.h>
