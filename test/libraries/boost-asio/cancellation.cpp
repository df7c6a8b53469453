// RUN: %check %s '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chat server on Boost.Asio: what is cancelled throws a system_error with
// operation_aborted in it, and so does every later await, so that only an
// endless loop runs on; the others are ended by the next await.
#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <chrono>
#include <exception>
#include <iostream>
#include <string>
#include <utility>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::experimental::as_tuple;
using asio::ip::tcp;
using boost::system::error_code;
using boost::system::system_error;
using namespace std::chrono_literals;
using Lines = asio::experimental::channel<void(error_code, std::string)>;

awaitable<void> save(std::string line);
awaitable<void> greet(tcp::socket peer);
void print(const std::string &line);
bool isTransient(const std::exception &error);

awaitable<std::string> readLine(tcp::socket &peer) {
  std::string line;
  co_await asio::async_read_until(peer, asio::dynamic_buffer(line), '\n', use_awaitable);
  co_return line;
}

// Endless loops.

awaitable<void> serve(tcp::socket peer) {
  for (;;) {
    try {
      co_await save(co_await readLine(peer));
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'operation_aborted': once coroutine 'serve' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'operation_aborted'
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> accept(tcp::acceptor acceptor) {
  while (true) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'operation_aborted': once coroutine 'accept' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'operation_aborted'
    }
  }
}

awaitable<void> acceptUnlessClosedByAPeer(tcp::acceptor acceptor) {
  while (true) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const system_error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const boost::system::system_error &)' swallows 'operation_aborted': once coroutine 'acceptUnlessClosedByAPeer' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'operation_aborted'
      if (error.code() == asio::error::eof)
        throw;
    }
  }
}

awaitable<void> staysOnPurpose(tcp::acceptor acceptor) {
  while (true) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const system_error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const boost::system::system_error &)' asks for 'operation_aborted' and stays: once coroutine 'staysOnPurpose' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:22: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: leave when the error's code is 'operation_aborted'
      if (error.code() == asio::error::operation_aborted)
        continue;
      throw;
    }
  }
}

awaitable<void> retries(tcp::acceptor acceptor) {
  for (;;) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const std::exception &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const std::exception &)' swallows 'operation_aborted': once coroutine 'retries' is cancelled, it is thrown and caught for ever [async-swallowed-cancellation]
      if (!isTransient(error))
        co_return;
    }
  }
}

awaitable<void> logged(Lines &lines) {
  for (;;) {
    auto [error, line] = co_await lines.async_receive(as_tuple(use_awaitable));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'operation_aborted' from 'Lines::async_receive' is ignored, and the loop of coroutine 'logged' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:26: note: instead: look at 'error', and leave the loop on an error
    print(line);
  }
}

awaitable<void> redirected(tcp::acceptor &acceptor) {
  for (;;) {
    error_code error;
    auto peer = co_await acceptor.async_accept(asio::redirect_error(use_awaitable, error));
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'operation_aborted' from 'boost::asio::ip::tcp::acceptor::async_accept' is ignored, and the loop of coroutine 'redirected' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:17: note: instead: look at 'error', and leave the loop on an error
    std::cout << peer.native_handle() << "\n";
  }
}

awaitable<void> continues(Lines &lines) {
  while (true) {
    auto [error, line] = co_await lines.async_receive(as_tuple(use_awaitable));
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'operation_aborted' from 'Lines::async_receive' is asked for, and the loop of coroutine 'continues' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:26: note: instead: leave the loop when it was
    if (error == asio::error::operation_aborted)
      continue;
    if (error)
      co_return;
    print(line);
  }
}

// The loop is left, or asks.

awaitable<void> leaves(tcp::socket peer) {
  try {
    for (;;)
      co_await save(co_await readLine(peer));
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
}

awaitable<void> asks(tcp::acceptor acceptor) {
  for (;;) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const system_error &error) {
      if (error.code() == asio::error::operation_aborted)
        co_return;
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> asksTheState(tcp::acceptor acceptor) {
  for (;;) {
    auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
      co_return;
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> whileOpen(tcp::acceptor acceptor) {
  while (acceptor.is_open()) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> rethrows(tcp::acceptor acceptor) {
  for (;;) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const system_error &) {
      throw;
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

awaitable<void> waitsBetween(tcp::acceptor acceptor, asio::steady_timer timer) {
  for (;;) {
    try {
      co_await greet(co_await acceptor.async_accept(use_awaitable));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
    timer.expires_after(1s);
    co_await timer.async_wait(use_awaitable); // throws again
  }
}

awaitable<void> thriceAtMost(tcp::socket peer) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    try {
      co_await save(co_await readLine(peer));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
  co_await save("bye");
}

awaitable<void> looks(Lines &lines) {
  for (;;) {
    auto [error, line] = co_await lines.async_receive(as_tuple(use_awaitable));
    if (error)
      break;
    print(line);
  }
}

awaitable<void> receivesOrThrows(Lines &lines) {
  for (;;) {
    auto [error, line] = co_await lines.async_receive(as_tuple(use_awaitable));
    print(line);
    co_await save(line); // throws
  }
}

// Somebody cancels the timer to wake the coroutine.
awaitable<void> woken(asio::steady_timer &timer) {
  for (;;) {
    error_code error;
    co_await timer.async_wait(asio::redirect_error(use_awaitable, error));
    print("woken");
  }
}

awaitable<void> parse(tcp::socket peer) {
  for (;;) {
    std::string line = co_await readLine(peer);
    try {
      print(std::to_string(std::stoi(line)));
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
  }
}

// What whoever awaits hears of it.

awaitable<std::string> lineOrNothing(tcp::socket &peer) {
  try {
    co_return co_await readLine(peer);
  } catch (const system_error &error) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (const boost::system::system_error &)' turns 'operation_aborted' into an ordinary return: whoever awaits coroutine 'lineOrNothing' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: leave when the error's code is 'operation_aborted'
    co_return "";
  }
}

awaitable<void> session(tcp::socket peer) {
  try {
    co_await save(co_await lineOrNothing(peer));
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
}

awaitable<std::string> lineUnlessCancelled(tcp::socket &peer) {
  try {
    co_return co_await readLine(peer);
  } catch (const system_error &error) {
    if (error.code() == asio::error::operation_aborted)
      throw;
    co_return "";
  }
}

awaitable<error_code> sendLine(tcp::socket &peer, std::string line) {
  try {
    co_await asio::async_write(peer, asio::buffer(line), use_awaitable);
    co_return error_code();
  } catch (const system_error &error) {
    co_return error.code();
  }
}

void start(asio::io_context &context, tcp::socket peer) {
  asio::co_spawn(context, session(std::move(peer)), asio::detached);
}
