// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
namespace unifex {
namespace _inline_sched {
struct scheduler {};
} // namespace _inline_sched
using inline_scheduler = _inline_sched::scheduler;
} // namespace unifex
