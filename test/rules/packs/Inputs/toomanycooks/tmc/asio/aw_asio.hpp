// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"
#include <boost/asio/async_result.hpp>
#include <tuple>

namespace tmc {
struct aw_asio_t {};
constexpr aw_asio_t aw_asio{};
} // namespace tmc

template <class... Results>
class boost::asio::async_result<tmc::aw_asio_t, void(Results...)> {
public:
  template <class Init, class... Args>
  static tmc::detail::awaiter<std::tuple<std::decay_t<Results>...>>
  initiate(Init &&, tmc::aw_asio_t, Args &&...) {
    return {};
  }
};
