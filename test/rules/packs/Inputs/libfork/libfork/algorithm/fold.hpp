// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libfork 3.8; not
// the library.
#pragma once

#include "libfork/core.hpp"

namespace lf {
namespace impl {
struct fold_overload {
  template <typename Self, typename... Args>
  lf::task<> operator()(Self self, Args &&...args) const;
};
} // namespace impl
inline constexpr impl::fold_overload fold = {};
} // namespace lf
