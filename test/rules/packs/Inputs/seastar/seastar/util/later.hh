// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
future<> now();
future<> yield() noexcept;
future<> maybe_yield() noexcept;
future<> check_for_io_immediately() noexcept;
} // namespace seastar
