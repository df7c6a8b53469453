// RUN: %check %s --checks=-*,async-swallowed-cancellation --rules=%S/Inputs/mail.yaml
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A rule file says what a library throws, through what, and what asks for it.
#include "Inputs/task.h"
#include <stdexcept>
#include <string>

namespace mail {

class hang_up : public std::exception {};
class queue_end : public std::logic_error {
public:
  using std::logic_error::logic_error;
};
enum class status { sent, refused, hung_up };
class socket_error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
  status code() const;
};

/// Its header does not show what it throws.
template <typename T = void> class Job {
public:
  struct promise_type {
    Job get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(T value);
    void unhandled_exception();
  };
  Job(Job &&) noexcept;
  ~Job();
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
template <> struct Job<>::promise_type {
  Job get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void();
  void unhandled_exception();
};

struct queue_token {};
Job<> send(std::string line);
Job<status> post(std::string line);
Job<std::string> pop(queue_token token);
bool leaving();
template <typename T> Job<T> settled(Job<T> job);
template <typename T> Job<T> undisturbed(Job<T> job);

} // namespace mail

void log(const char *text);

mail::Job<> thrown() {
  try {
    co_await mail::send("HELO");
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'mail::hang_up': coroutine 'thrown' goes on with its work after it was cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+4]]:3: note: it goes on here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const mail::hang_up &) { throw; }'
    log(error.what());
  }
  co_await mail::send("DATA");
}

mail::Job<> thrownForEver() {
  for (;;) {
    try {
      co_await mail::send("HELO");
    } catch (const mail::hang_up &) {
      throw;
    } catch (const mail::socket_error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const mail::socket_error &)' swallows 'hung_up': once coroutine 'thrownForEver' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-5]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-8]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'hung_up'
      log(error.what());
    }
  }
}

mail::Job<> carried(mail::queue_token token) {
  for (;;) {
    try {
      co_await mail::send(co_await mail::pop(token));
    } catch (const std::logic_error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::logic_error &)' swallows 'mail::queue_end': coroutine 'carried' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:27: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const mail::queue_end &) { throw; }'
      log(error.what());
    }
  }
}

// Where every later await throws it again, the next one lets it out.
mail::Job<> thrownAgain() {
  try {
    co_await mail::send("HELO");
  } catch (const mail::socket_error &error) {
    log(error.what());
  }
  co_await mail::send("DATA");
}

mail::Job<> carriedByNothing() {
  for (;;) {
    try {
      co_await mail::send("HELO");
    } catch (const std::logic_error &error) {
      log(error.what());
    }
  }
}

mail::Job<> asked() {
  while (!mail::leaving()) {
    try {
      co_await mail::send("HELO");
    } catch (const std::exception &error) {
      log(error.what());
    }
  }
}

mail::Job<> askedInTheHandler() {
  for (;;) {
    try {
      co_await mail::send("HELO");
    } catch (const mail::hang_up &) {
      throw;
    } catch (const mail::socket_error &error) {
      if (error.code() == mail::status::hung_up)
        co_return;
      log(error.what());
    }
  }
}

mail::Job<> keptOut() {
  try {
    co_await mail::undisturbed(mail::send("QUIT"));
  } catch (const std::exception &error) {
    log(error.what());
  }
  co_await mail::send("bye");
}
