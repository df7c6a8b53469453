// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppcoro '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A server on cppcoro: what is given a cancellation_token throws an
// operation_cancelled, which is a std::exception.
#include <chrono>
#include <cppcoro/cancellation_source.hpp>
#include <cppcoro/cancellation_token.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/net/socket.hpp>
#include <cppcoro/operation_cancelled.hpp>
#include <cppcoro/task.hpp>
#include <exception>
#include <iostream>
#include <string>
#include <utility>

using cppcoro::cancellation_token;
using cppcoro::task;
using namespace std::chrono_literals;

task<> answer(std::size_t size);
task<> greet(cancellation_token token);
task<std::string> read(cppcoro::net::socket &socket, cancellation_token token);

// What people write.

task<> serve(cppcoro::net::socket &socket, cancellation_token token) {
  char buffer[512];
  for (;;) {
    try {
      co_await answer(co_await socket.recv(buffer, sizeof buffer, token));
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'cppcoro::operation_cancelled': coroutine 'serve' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:23: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const cppcoro::operation_cancelled &) { throw; }'
      std::cerr << error.what() << "\n";
    }
  }
}

task<> greetThenAnswer(cancellation_token token) {
  try {
    co_await greet(std::move(token));
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' swallows 'cppcoro::operation_cancelled': coroutine 'greetThenAnswer' goes on with its work after it was cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+3]]:3: note: it goes on here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const cppcoro::operation_cancelled &) { throw; }'
  }
  co_await answer(1);
}

task<> greetRegularly(cppcoro::io_service &service, cancellation_token token) {
  for (int i = 0; i < 10; ++i) {
    try {
      co_await service.schedule_after(1s, token);
      co_await answer(1);
    } catch (const cppcoro::operation_cancelled &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const cppcoro::operation_cancelled &)' swallows 'cppcoro::operation_cancelled': coroutine 'greetRegularly' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: rethrow it with 'throw;' when the handler has cleaned up
      std::cerr << "later\n";
    }
  }
}

task<> greetLikeTheOthers(cancellation_token token) {
  try {
    co_await greetThenAnswer(token);
    co_await greet(token);
  } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' swallows 'cppcoro::operation_cancelled': coroutine 'greetLikeTheOthers' goes on with its work after it was cancelled [async-swallowed-cancellation]
    std::cerr << error.what() << "\n";
  }
  co_await answer(2);
}

task<std::string> readOrNothing(cppcoro::net::socket &socket, cancellation_token token) {
  try {
    co_return co_await read(socket, std::move(token));
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'cppcoro::operation_cancelled' into an ordinary return: whoever awaits coroutine 'readOrNothing' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const cppcoro::operation_cancelled &) { throw; }'
    co_return "";
  }
}

// They let it through, or ask.

task<> serveUntilCancelled(cppcoro::net::socket &socket, cancellation_token token) {
  char buffer[512];
  for (;;) {
    try {
      co_await answer(co_await socket.recv(buffer, sizeof buffer, token));
    } catch (const cppcoro::operation_cancelled &) {
      throw;
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

task<> serveByTheToken(cppcoro::net::socket &socket, cancellation_token token) {
  char buffer[512];
  while (!token.is_cancellation_requested()) {
    try {
      co_await answer(co_await socket.recv(buffer, sizeof buffer, token));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

task<> serveAndCheck(cppcoro::net::socket &socket, cancellation_token token) {
  char buffer[512];
  for (;;) {
    try {
      co_await answer(co_await socket.recv(buffer, sizeof buffer, token));
    } catch (const std::exception &error) {
      token.throw_if_cancellation_requested();
      std::cerr << error.what() << "\n";
    }
  }
}

task<> greetForTheLastTime(cancellation_token token) {
  try {
    co_await greet(std::move(token));
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
}

// Nobody can cancel it.

task<> serveForEver(cppcoro::net::socket &socket) {
  char buffer[512];
  for (;;) {
    try {
      co_await answer(co_await socket.recv(buffer, sizeof buffer));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

task<> serveWithAnother(cppcoro::net::socket &socket, cancellation_token token) {
  char buffer[512];
  for (;;) {
    std::size_t size = co_await socket.recv(buffer, sizeof buffer, token);
    try {
      co_await answer(size);
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}
