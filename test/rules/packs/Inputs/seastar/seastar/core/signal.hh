// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/util/noncopyable_function.hh>

namespace seastar {
void handle_signal(int signo, noncopyable_function<void()> &&handler, bool once = false);
}
