// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"
#include <boost/asio/any_io_executor.hpp>

namespace tmc {
class ex_asio {
public:
  ex_asio();
  ~ex_asio();
  void init();
  void teardown();
  ex_any *type_erased();
  operator boost::asio::any_io_executor();
};
ex_asio &asio_executor();
} // namespace tmc
