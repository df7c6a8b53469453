// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost.Cobalt
// 1.88; not the library.
#pragma once

#include <boost/cobalt.hpp>

namespace boost::cobalt {
class main {
public:
  struct promise_type : detail::returning<int> {
    main get_return_object();
  };
};
} // namespace boost::cobalt
