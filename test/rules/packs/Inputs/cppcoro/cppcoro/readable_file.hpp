// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of andreasbuhr's
// cppcoro of 2026-03-15; not the library.
#pragma once

#include <cppcoro/task.hpp>
#include <cstddef>
#include <cstdint>

namespace cppcoro {
class file {
public:
  virtual ~file();
  std::uint64_t size() const;
};
class readable_file : virtual public file {
public:
  [[nodiscard]] detail::awaiter_of<std::size_t>
  read(std::uint64_t offset, void *buffer, std::size_t count) const noexcept;
};
class writable_file : virtual public file {
public:
  void set_size(std::uint64_t size);
  [[nodiscard]] detail::awaiter_of<std::size_t>
  write(std::uint64_t offset, const void *buffer, std::size_t count) noexcept;
};
} // namespace cppcoro
