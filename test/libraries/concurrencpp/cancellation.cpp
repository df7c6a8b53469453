// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/concurrencpp '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A text editor on concurrencpp: where the executor is shut down, what is awaited
// throws a broken_task, which is an interrupted_task and a std::runtime_error.
#include <concurrencpp/concurrencpp.h>
#include <exception>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

using concurrencpp::lazy_result;
using concurrencpp::null_result;
using concurrencpp::result;
using Pool = std::shared_ptr<concurrencpp::thread_pool_executor>;

result<int> find(std::string word);
lazy_result<void> highlight(int place);

// What people write.

result<void> findAll(std::string word) {
  for (;;) {
    try {
      co_await highlight(co_await find(word));
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'concurrencpp::errors::interrupted_task': coroutine 'findAll' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:26: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const concurrencpp::errors::interrupted_task &) { throw; }'
      std::cerr << error.what() << "\n";
    }
  }
}

lazy_result<void> findBoth(std::string word, std::string other) {
  try {
    co_await highlight(co_await find(word));
  } catch (const std::runtime_error &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::runtime_error &)' swallows 'concurrencpp::errors::interrupted_task': coroutine 'findBoth' goes on with its work after it was cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:24: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+4]]:22: note: it goes on here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const concurrencpp::errors::interrupted_task &) { throw; }'
    std::cerr << word << " is nowhere\n";
  }
  co_await highlight(co_await find(other));
}

null_result autosave(Pool pool) {
  while (true) {
    try {
      co_await concurrencpp::resume_on(pool);
      co_await highlight(0);
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'concurrencpp::errors::interrupted_task': coroutine 'autosave' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
    }
  }
}

lazy_result<int> findOrZero(std::string word) {
  try {
    co_return co_await find(word);
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'concurrencpp::errors::interrupted_task' into an ordinary return: whoever awaits coroutine 'findOrZero' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const concurrencpp::errors::interrupted_task &) { throw; }'
    co_return 0;
  }
}

// They let it through, or ask.

result<void> findAllUntilShutDown(std::string word) {
  for (;;) {
    try {
      co_await highlight(co_await find(word));
    } catch (const concurrencpp::errors::interrupted_task &) {
      throw;
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

result<void> findAllWhileThePoolRuns(Pool pool, std::string word) {
  while (!pool->shutdown_requested()) {
    try {
      co_await highlight(co_await find(word));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

lazy_result<void> findUntilTheFirstError(std::string word) {
  try {
    for (;;)
      co_await highlight(co_await find(word));
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
}

result<void> logicErrors(std::string word) {
  for (;;) {
    try {
      co_await highlight(co_await find(word));
    } catch (const std::logic_error &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

lazy_result<int> findUnlessInterrupted(std::string word) {
  try {
    co_return co_await find(word);
  } catch (const concurrencpp::errors::interrupted_task &) {
    throw;
  } catch (const std::exception &) {
    co_return 0;
  }
}
