// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace hw {
template <class T> struct basic_clock {
  static void settle();
};
template <class T> struct basic_probe {
  explicit basic_probe(int);
  ~basic_probe();
};
struct clock : basic_clock<int> {};
struct other_clock : basic_clock<int> {};
using slow_clock = basic_clock<long>;
using probe = basic_probe<int>;
using fast_probe = basic_probe<char>;
} // namespace hw
