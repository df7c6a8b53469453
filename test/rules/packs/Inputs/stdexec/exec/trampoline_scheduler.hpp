// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of stdexec nvhpc-26.05;
// not the library.
#pragma once
namespace experimental::execution {
namespace __trampoline {
class __scheduler {};
} // namespace __trampoline
using trampoline_scheduler = __trampoline::__scheduler;
} // namespace experimental::execution
namespace exec = experimental::execution;
