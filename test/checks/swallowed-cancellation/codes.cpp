// RUN: %check %s --checks=-*,async-swallowed-cancellation --rules=%S/Inputs/lines.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Being cancelled as a value: an endless loop that does not look at it runs for
// ever.
#include "Inputs/task.h"
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

namespace lines {

enum class status { ok, failed, hung_up };

template <typename T> struct operation {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

template <typename T = void> class job : public operation<T> {
public:
  struct promise_type {
    job get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};

operation<status> print(std::string line);
operation<std::pair<status, std::string>> scan();
operation<std::error_code> feed();
operation<std::string> scanInto(std::error_code &error);
operation<status> wait_for_paper();

} // namespace lines

bool isEmpty(const std::string &line);
void use(const std::string &line);
void log(lines::status status);

lines::job<> dropped() {
  for (;;)
    co_await lines::print("hello");
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'hung_up' from 'lines::print' is ignored, and the loop of coroutine 'dropped' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: look at the result, and leave the loop on an error
}

lines::job<> neverLookedAt() {
  while (true) {
    auto [status, line] = co_await lines::scan();
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'hung_up' from 'lines::scan' is ignored, and the loop of coroutine 'neverLookedAt' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:27: note: instead: look at 'status', and leave the loop on an error
    use(line);
  }
}

lines::job<> inAVariable() {
  std::error_code error;
  for (;;)
    use(co_await lines::scanInto(error));
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'hung_up' from 'lines::scanInto' is ignored, and the loop of coroutine 'inAVariable' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: instead: look at 'error', and leave the loop on an error
}

lines::job<> askedAndStays() {
  while (true) {
    auto [status, line] = co_await lines::scan();
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'hung_up' from 'lines::scan' is asked for, and the loop of coroutine 'askedAndStays' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:27: note: instead: leave the loop when it was
    if (status == lines::status::hung_up)
      continue;
    if (status != lines::status::ok)
      co_return;
    use(line);
  }
}

lines::job<> notTheCode() {
  for (;;) {
    lines::status status = co_await lines::print("hello");
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'hung_up' from 'lines::print' is asked for, and the loop of coroutine 'notTheCode' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:28: note: instead: leave the loop when it was
    if (status != lines::status::hung_up)
      log(status);
  }
}

// They look at it, or leave.

lines::job<> left() {
  while (true) {
    auto [status, line] = co_await lines::scan();
    if (status == lines::status::hung_up)
      break;
    use(line);
  }
}

lines::job<> anyError() {
  while (true) {
    if (co_await lines::print("hello") != lines::status::ok)
      co_return;
  }
}

lines::job<> inAVariableThatIsTested() {
  std::error_code error;
  for (;;) {
    std::string line = co_await lines::scanInto(error);
    if (error)
      co_return;
    use(line);
  }
}

lines::job<> logged() {
  for (;;)
    log(co_await lines::print("hello"));
}

lines::job<> inASwitch() {
  for (;;) {
    switch (co_await lines::print("hello")) {
    case lines::status::hung_up:
      co_return;
    default:
      break;
    }
  }
}

// The loop ends anyway.

lines::job<> some() {
  for (int line = 0; line < 3; ++line)
    co_await lines::print("hello");
}

lines::job<> whileOpen(bool &open) {
  while (open)
    co_await lines::print("hello");
}

lines::job<> once() { co_await lines::print("hello"); }

lines::job<> untilTheLastOne() {
  while (true) {
    auto [status, line] = co_await lines::scan();
    if (isEmpty(line))
      break;
    use(line);
  }
}

// Whoever waits for an event is woken by it.
lines::job<> paper() {
  for (;;) {
    co_await lines::wait_for_paper();
    use("paper");
  }
}
