// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of seastar 25.05;
// not the library.
#pragma once
#include <filesystem>
#include <seastar/core/future.hh>

namespace seastar {
template <typename CharType> class input_stream {};
namespace util {
template <typename Func>
futurize_t<std::invoke_result_t<Func, input_stream<char> &>>
with_file_input_stream(const std::filesystem::path &path, Func func) {
  std::terminate();
}
future<sstring> read_entire_file_contiguous(std::filesystem::path path);
} // namespace util
} // namespace seastar
