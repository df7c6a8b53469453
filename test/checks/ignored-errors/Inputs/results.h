// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What home-made operations give: no library that a rule knows.
#pragma once

#include "Inputs/task.h"
#include <exception>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

namespace own {

/// A value or an error, like std::expected.
template <typename T> class expected {
public:
  bool has_value() const noexcept;
  explicit operator bool() const noexcept;
  T &operator*() & noexcept;
  T *operator->() noexcept;
  T &value();
  const std::error_code &error() const;
};

/// A value or an exception, like folly::Try.
template <typename T> class Try {
public:
  bool hasException() const;
  T &value();
  T &operator*(); // throws the exception
};

struct answer {
  std::error_code error;
  std::string body;
};

enum class io_status { ok, closed, failed };
enum class color { red, green };

co::task<expected<std::string>> find(std::string key);
co::task<Try<int>> attempt(int number);
co::task<answer> ask(std::string question);
co::task<std::error_code> flush();
co::task<std::tuple<std::error_code, int>> read(char *to);
co::task<io_status> write(std::string text);
co::task<color> paint();
co::task<std::optional<int>> peek();
co::task<int> load(int key, std::error_code &ec);
co::task<std::error_code> close();
co::task<std::error_code> shutdown();

} // namespace own

void log(const std::error_code &ec);
void print(const std::string &text);
