// RUN: %check %s --checks=-*,async-swallowed-cancellation
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers by other names, and in code of all kinds.
#include "Inputs/jobs.h"

using Error = std::exception;
#define CATCH_ALL catch (...)
namespace net {
class timeout : public jobs::operation_cancelled {};
class failure : public std::exception {};
} // namespace net

co::task<> anAlias() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (const Error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const Error &)' swallows 'jobs::operation_cancelled': coroutine 'anAlias' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      jobs::log(error.what());
    }
  }
}

co::task<> byValue() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (std::exception) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (std::exception)' swallows 'jobs::operation_cancelled': coroutine 'byValue' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
    }
  }
}

co::task<> notConst() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'notConst' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      jobs::log(error.what());
    }
  }
}

co::task<> aMacro() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } CATCH_ALL {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'aMacro' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  }
}

auto aLambda() {
  return []() -> co::task<> {
    for (;;) {
      try {
        co_await jobs::send("hello");
      } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'catch (...)' swallows 'jobs::operation_cancelled': a coroutine lambda tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      }
    }
  };
}

struct Client {
  co::task<> run() {
    for (;;) {
      try {
        co_await jobs::send("hello");
      } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'catch (...)' swallows 'jobs::operation_cancelled': coroutine 'Client::run' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:9: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:9: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      }
    }
  }
};

template <typename Message> co::task<> sendAll(Message message) {
  for (;;) {
    try {
      co_await jobs::send(message);
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'sendAll' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      jobs::log(error.what());
    }
  }
}
template co::task<> sendAll(const char *);

co::task<> twoOfThem() {
  for (;;) {
    try {
      co_await jobs::next_tick();
      co_await jobs::send("hello");
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'jobs::operation_cancelled': coroutine 'twoOfThem' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::operation_cancelled &) { throw; }'
      jobs::log(error.what());
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'jobs::stop_signal': coroutine 'twoOfThem' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-10]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-13]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const jobs::stop_signal &) { throw; }'
    }
  }
}

// Never instantiated, narrower, or no coroutine at all.

template <typename Message> co::task<> sendNone(Message message) {
  for (;;) {
    try {
      co_await jobs::send(message);
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> derived() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (const net::timeout &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> sibling() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (const net::failure &error) {
      jobs::log(error.what());
    }
  }
}

co::task<> aPointer() {
  for (;;) {
    try {
      co_await jobs::send("hello");
    } catch (const std::exception *error) {
      jobs::log(error->what());
    }
  }
}

void ordinary(int left) {
  while (--left) {
    try {
      jobs::use("hello");
    } catch (...) {
    }
  }
}

co::generator<int> numbers() {
  for (int number = 0;; ++number) {
    try {
      jobs::use("hello");
    } catch (...) {
    }
    co_yield number;
  }
}

auto anErrorInALambda() {
  return []() -> co::task<> {
    for (;;) {
      try {
        co_await jobs::send("hello");
      } catch (const std::runtime_error &) {
      }
    }
  };
}

struct Server {
  co::task<> run() {
    for (;;) {
      try {
        co_await jobs::send("hello");
      } catch (...) {
        throw;
      }
    }
  }
};

template <typename Message> co::task<> sendUntilCancelled(Message message) {
  for (;;) {
    try {
      co_await jobs::send(message);
    } catch (const jobs::operation_cancelled &) {
      throw;
    } catch (const std::exception &error) {
      jobs::log(error.what());
    }
  }
}
template co::task<> sendUntilCancelled(const char *);
