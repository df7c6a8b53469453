// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
namespace unifex {
namespace _trampoline {
class scheduler {};
} // namespace _trampoline
using trampoline_scheduler = _trampoline::scheduler;
} // namespace unifex
