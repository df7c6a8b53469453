// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

template <typename R, typename... Ts> struct Delegate {
  Delegate() = default;
  Delegate(R (*function)(Ts...));
  template <typename U> Delegate(U *object, R (U::*method)(Ts...));
  template <typename U> Delegate(U &) {}
};
template <typename... Ts> using Callback = Delegate<int, Ts...>;
