// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Boost 1.86; not the library.
#pragma once

namespace boost::asio {

template <typename Executor, typename T>
auto bind_immediate_executor(const Executor &executor, T &&target);

} // namespace boost::asio
