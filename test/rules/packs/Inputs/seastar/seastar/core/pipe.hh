// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/future.hh>

namespace seastar {
template <typename T> class pipe_reader {
public:
  future<std::optional<T>> read();
};
template <typename T> class pipe_writer {
public:
  future<> write(T &&data);
};
} // namespace seastar
