// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that gives its result as a reference into itself, and dies with the
// statement that awaits it.
#include "Inputs/task.h"
#include <coroutine>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Its result is moved from where it is: await_resume() gives an rvalue reference
/// into the coroutine's frame.
template <typename T> class moving {
public:
  struct promise_type : co::lazy_promise {
    std::optional<T> value;
    moving get_return_object() {
      return moving(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    void return_value(T v) { value = std::move(v); }
  };
  struct awaiter {
    std::coroutine_handle<promise_type> handle;
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
      handle.promise().continuation = caller;
      return handle;
    }
    T &&await_resume() { return std::move(*handle.promise().value); }
  };

  explicit moving(std::coroutine_handle<promise_type> h) : handle(h) {}
  moving(moving &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~moving() {
    if (handle)
      handle.destroy();
  }
  awaiter operator co_await() { return {handle}; }

private:
  std::coroutine_handle<promise_type> handle;
};

/// The same with an lvalue.
struct reader {
  std::string line;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  const std::string &await_resume() const { return line; }
};
/// Gives a reference to what lives elsewhere.
struct lookup {
  std::string *line;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>);
  const std::string &await_resume() const { return *line; }
};

moving<std::string> readLine();
moving<std::vector<int>> readNumbers();
reader read();
lookup find();
co::task<std::string> readCopy();
void show(const std::string &line);

// Bad.

moving<int> constReference() {
  const auto &line = co_await readLine();
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:8: note: 'line' is used here
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: instead: keep the result in a variable that is no reference
  show(line);
  co_return 0;
}

moving<int> forwardingReference() {
  auto &&line = co_await readLine();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE+2]]:8: note: 'line' is used here
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: instead: keep the result in a variable that is no reference
  show(line);
  co_return 0;
}

moving<int> written() {
  std::string &&line = co_await readLine();
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  show(line);
  const std::string &other = co_await read();
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: the result of awaiting 'read' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  show(other);
  co_return 0;
}

moving<int> lvalue() {
  const auto &line = co_await read();
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the result of awaiting 'read' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  show(line);
  co_return 0;
}

moving<int> spelledOtherwise() {
  auto &&line = (co_await readLine());
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  auto &&other = static_cast<const std::string &>(co_await readLine());
// CHECK-MESSAGES: :[[@LINE-1]]:51: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  show(line + other);
  co_return 0;
}

moving<int> usedMuchLater() {
  auto &&line = co_await readLine();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  show(co_await readLine());
  show(line);
  co_return 0;
}

moving<int> inAClosure() {
  auto read = []() -> moving<int> {
    auto &&line = co_await readLine();
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
    show(line);
    co_return 0;
  };
  co_return co_await read();
}

template <typename Task> moving<int> inATemplate(Task read()) {
  auto &&line = co_await read();
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: the result of awaiting it is a reference into the task, which dies at the end of this statement [async-dangling-argument]
  show(line);
  co_return 0;
}
moving<int> instantiates() { co_return co_await inATemplate(readLine); }

moving<int> inACondition() {
  if (auto &&line = co_await readLine(); !line.empty())
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the result of awaiting 'readLine' is a reference into the task, which dies at the end of this statement [async-dangling-argument]
    show(line);
  co_return 0;
}

moving<int> inARangeFor() {
  int sum = 0;
  for (int number : co_await readNumbers())
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the result of awaiting 'readNumbers' is a reference into the task, which dies before the first iteration [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-2]]:21: note: instead: keep the result in a variable that is no reference
    sum += number;
  co_return sum;
}

// Good.

moving<int> copied() {
  auto line = co_await readLine();
  const std::string other = co_await readLine();
  std::string third = co_await read();
  show(line + other + third);
  co_return 0;
}

moving<int> usedAtOnce() {
  show(co_await readLine());
  if ((co_await readLine()).empty())
    show(co_await read());
  co_return 0;
}

moving<int> ofANamedTask() {
  auto reading = readLine();
  auto &&line = co_await reading;
  show(line);
  reader r;
  const auto &other = co_await r;
  show(other);
  co_return 0;
}

moving<int> ofAValue() {
  const auto &line = co_await readCopy();
  auto &&other = co_await readCopy();
  show(line + other);
  co_return 0;
}

moving<int> ofSomethingElse() {
  const auto &line = co_await find();
  show(line);
  co_return 0;
}

moving<int> ofAParameter(moving<std::string> &reading) {
  auto &&line = co_await reading;
  show(line);
  co_return 0;
}

moving<int> ofPartsThatAreCopied() {
  auto first = (co_await readNumbers())[0];
  const auto &size = (co_await readLine()).size();
  const auto &copy = std::string(co_await readLine());
  show(copy);
  co_return first + static_cast<int>(size);
}

moving<int> neverUsed() {
  [[maybe_unused]] auto &&line = co_await readLine();
  co_return 0;
}

moving<int> copiedForTheLoop() {
  int sum = 0;
  const auto numbers = co_await readNumbers();
  for (int number : numbers)
    sum += number;
  co_return sum;
}
