// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <exception>

namespace seastar {
class timed_out_error : public std::exception {};
} // namespace seastar
