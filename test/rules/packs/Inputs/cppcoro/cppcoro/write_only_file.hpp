// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/io_service.hpp>
#include <cppcoro/readable_file.hpp>
#include <filesystem>

namespace cppcoro {
class write_only_file : public writable_file {
public:
  [[nodiscard]] static write_only_file open(io_service &service,
                                            const std::filesystem::path &path);
};
} // namespace cppcoro
