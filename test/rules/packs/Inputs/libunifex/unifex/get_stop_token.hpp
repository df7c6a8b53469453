// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of libunifex 0.4;
// not the library.
#pragma once
#include <unifex/inplace_stop_token.hpp>
#include <unifex/sender_concepts.hpp>

namespace unifex {
namespace _get_stop_token {
inline const struct _fn {
  _stub_sender<inplace_stop_token> operator()() const;
} get_stop_token{};
} // namespace _get_stop_token
using _get_stop_token::get_stop_token;
} // namespace unifex
