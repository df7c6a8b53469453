// RUN: %check "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE" %s '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name server on standalone Asio: what is cancelled throws a std::system_error
// with operation_aborted in it, and so does every later await.
#include <asio.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/channel.hpp>
#include <iostream>
#include <string>
#include <system_error>

using asio::awaitable;
using asio::use_awaitable;
using asio::experimental::as_tuple;
using asio::ip::udp;
using Names = asio::experimental::channel<void(std::error_code, std::string)>;

awaitable<int> resolve(std::string name);
awaitable<void> answer(udp::endpoint to);
void remember(const std::string &name);

awaitable<udp::endpoint> ask(udp::socket &socket) {
  char question[512];
  udp::endpoint from;
  co_await socket.async_receive_from(asio::buffer(question), from, use_awaitable);
  co_return from;
}

// What people write.

awaitable<void> serve(udp::socket &socket) {
  for (;;) {
    try {
      co_await answer(co_await ask(socket));
    } catch (const std::system_error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::system_error &)' swallows 'operation_aborted': once coroutine 'serve' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:23: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'operation_aborted'
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> serveQuietly(udp::socket &socket) {
  while (true) {
    try {
      co_await answer(co_await ask(socket));
    } catch (const std::runtime_error &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::runtime_error &)' swallows 'operation_aborted': once coroutine 'serveQuietly' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:23: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'operation_aborted'
    }
  }
}

awaitable<void> rememberAll(Names &names) {
  for (;;) {
    auto [error, name] = co_await names.async_receive(as_tuple(use_awaitable));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'operation_aborted' from 'Names::async_receive' is ignored, and the loop of coroutine 'rememberAll' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:26: note: instead: look at 'error', and leave the loop on an error
    remember(name);
  }
}

awaitable<void> rememberInspiteOfAll(udp::socket &socket) {
  std::error_code error;
  char question[512];
  udp::endpoint from;
  while (true) {
    co_await socket.async_receive_from(asio::buffer(question), from,
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'operation_aborted' from 'asio::ip::udp::socket::async_receive_from' is ignored, and the loop of coroutine 'rememberInspiteOfAll' goes on after it was cancelled or closed [async-swallowed-cancellation]
                                       asio::redirect_error(use_awaitable, error));
    remember(question);
  }
}

awaitable<int> resolveOrZero(std::string name) {
  try {
    co_return co_await resolve(name);
  } catch (const std::exception &) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const std::exception &)' turns 'operation_aborted' into an ordinary return: whoever awaits coroutine 'resolveOrZero' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: leave when the error's code is 'operation_aborted'
    co_return 0;
  }
}

// The same, and they stop.

awaitable<void> serveUntilStopped(udp::socket &socket) {
  for (;;) {
    try {
      co_await answer(co_await ask(socket));
    } catch (const std::system_error &error) {
      if (error.code() == asio::error::operation_aborted)
        throw;
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> serveWhileOthersDo(udp::socket &socket) {
  for (;;) {
    try {
      co_await answer(co_await ask(socket));
    } catch (const std::system_error &error) {
      if (error.code() != asio::error::operation_aborted)
        continue;
      co_return;
    }
  }
}

awaitable<void> rememberUntilClosed(Names &names) {
  for (;;) {
    auto [error, name] = co_await names.async_receive(as_tuple(use_awaitable));
    if (error == asio::experimental::error::channel_closed ||
        error == asio::error::operation_aborted)
      co_return;
    remember(name);
  }
}

awaitable<void> rememberWithoutErrors(udp::socket &socket) {
  char question[512];
  udp::endpoint from;
  for (std::error_code error; !error;) {
    co_await socket.async_receive_from(asio::buffer(question), from,
                                       asio::redirect_error(use_awaitable, error));
    remember(question);
  }
}

awaitable<int> resolveUnlessCancelled(std::string name) {
  try {
    co_return co_await resolve(name);
  } catch (const std::system_error &error) {
    if (error.code() == asio::error::operation_aborted)
      throw;
    co_return 0;
  }
}

// Exceptions of another kind, and what every later await throws.

awaitable<void> parseErrors(udp::socket &socket) {
  for (;;) {
    try {
      co_await answer(co_await ask(socket));
    } catch (const std::logic_error &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> twoOfThem() {
  try {
    co_await resolve("first");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await resolve("second");
}

awaitable<void> closeSession(udp::socket &socket);

awaitable<int> resolveAndClose(std::string name, udp::socket &socket) {
  int found = 0;
  try {
    found = co_await resolve(name);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await closeSession(socket);
  co_return found;
}
