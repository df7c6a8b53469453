// RUN: %check %s --checks=-*,async-cancellation-as-success
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A result that can hold an error tells of being cancelled; an ordinary one
// cannot.
#include "Inputs/jobs.h"
#include <memory>
#include <optional>
#include <system_error>
#include <tuple>
#include <variant>
#include <vector>

struct Reply {
  std::string text;
};
struct ParseResult {
  std::string text;
  int problem = 0;
};
enum class SendStatus { sent, failed };
template <typename T, typename E> class expected {
public:
  expected(T value);
  expected(E error);
};

co::task<Reply> aRecord() {
  try {
    co_return Reply{co_await jobs::receive()};
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'aRecord' cannot tell that it was cancelled [async-cancellation-as-success]
    co_return Reply{};
  }
}

co::task<std::vector<std::string>> aContainer() {
  std::vector<std::string> all;
  try {
    for (;;)
      all.push_back(co_await jobs::receive());
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'aContainer' cannot tell that it was cancelled [async-cancellation-as-success]
  }
  co_return all;
}

co::task<std::unique_ptr<Reply>> aPointer() {
  try {
    co_return std::make_unique<Reply>(Reply{co_await jobs::receive()});
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'aPointer' cannot tell that it was cancelled [async-cancellation-as-success]
    co_return nullptr;
  }
}

co::task<std::optional<std::string>> anOptional() {
  try {
    co_return co_await jobs::receive();
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'jobs::operation_cancelled' into an ordinary return: whoever awaits coroutine 'anOptional' cannot tell that it was cancelled [async-cancellation-as-success]
    co_return std::nullopt;
  }
}

co::task<std::error_code> aCode() {
  try {
    co_await jobs::send("hello");
    co_return std::error_code();
  } catch (const std::exception &) {
    co_return std::make_error_code(std::errc::io_error);
  }
}

co::task<expected<std::string, int>> anExpected() {
  try {
    co_return co_await jobs::receive();
  } catch (const std::exception &) {
    co_return 1;
  }
}

co::task<std::tuple<std::error_code, std::string>> aTuple() {
  try {
    co_return {std::error_code(), co_await jobs::receive()};
  } catch (const std::exception &) {
    co_return {std::make_error_code(std::errc::io_error), ""};
  }
}

co::task<std::variant<std::string, std::exception_ptr>> aVariant() {
  try {
    co_return co_await jobs::receive();
  } catch (...) {
    co_return std::current_exception();
  }
}

co::task<ParseResult> anOwnResult() {
  try {
    co_return ParseResult{co_await jobs::receive()};
  } catch (const std::exception &) {
    co_return ParseResult{"", 1};
  }
}

co::task<SendStatus> aStatus() {
  try {
    co_await jobs::send("hello");
    co_return SendStatus::sent;
  } catch (const std::exception &) {
    co_return SendStatus::failed;
  }
}
