// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <seastar/core/alien.hh>
#include <seastar/core/future.hh>

namespace seastar {
class app_template {
public:
  app_template();
  int run_deprecated(int ac, char **av, std::function<void()> &&func) noexcept;
  alien::instance &alien();
  int run(int ac, char **av, std::function<future<int>()> &&func) noexcept;
  int run(int ac, char **av, std::function<future<>()> &&func) noexcept;
};
} // namespace seastar
