// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' "--args=-DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE"
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A client of a mail server on Asio: once it is cancelled, each co_await throws
// operation_aborted, until the coroutine resets its state.
#include <asio.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <array>
#include <chrono>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

using asio::system_error;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;

awaitable<void> deliver(tcp::socket &server, std::string mail);
awaitable<void> quit(tcp::socket &server);
awaitable<void> disconnect(tcp::socket &server);
awaitable<void> rollback(int transaction);

// What people write.

awaitable<void> session(tcp::socket &server) {
  try {
    co_await deliver(server, "hello");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await disconnect(server);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'session' was cancelled: every 'co_await' throws 'operation_aborted' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: instead: co_await this_coro::reset_cancellation_state(asio::disable_cancellation()) before it
}

awaitable<void> sessionOfItsOwn(asio::ip::tcp::endpoint address) {
  tcp::socket server(co_await asio::this_coro::executor);
  std::exception_ptr error;
  try {
    co_await server.async_connect(address, use_awaitable);
    co_await deliver(server, "hello");
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    co_await quit(server);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'sessionOfItsOwn' was cancelled: every 'co_await' throws 'operation_aborted' from then on [async-unshielded-cleanup]
    std::rethrow_exception(error);
  }
}

awaitable<bool> transact(tcp::socket &server, int transaction) {
  bool failed = false;
  try {
    co_await deliver(server, "pay");
  } catch (const system_error &error) {
    std::cerr << error.code() << "\n";
    failed = true;
  }
  if (failed)
    co_await rollback(transaction);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'transact' was cancelled: every 'co_await' throws 'operation_aborted' from then on [async-unshielded-cleanup]
  co_return !failed;
}

class Client {
public:
  awaitable<void> send(std::string mail) {
    if (sending_)
      throw std::logic_error("is sending");
    sending_ = true;
    mail += "\r\n";
    co_await asio::async_write(server_, asio::buffer(mail), use_awaitable);
    sending_ = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Client::send' is cancelled or fails: 'sending_' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  awaitable<std::string> ask(std::string question) {
    ++open_;
    co_await send(std::move(question));
    std::array<char, 512> answer;
    auto size = co_await server_.async_read_some(asio::buffer(answer), use_awaitable);
    --open_;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Client::ask' is cancelled or fails: 'open_' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-6]]:5: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
    co_return std::string(answer.data(), size);
  }

  awaitable<void> wait() {
    asio::steady_timer timer(co_await asio::this_coro::executor, 1s);
    ++open_;
    try {
      co_await timer.async_wait(use_awaitable);
    } catch (const std::invalid_argument &) {
      --open_;
      throw;
    }
    --open_;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'Client::wait' is cancelled or fails: 'open_' is not counted down again [async-skipped-cleanup]
  }

  awaitable<void> sendMarked(std::string mail);
  awaitable<void> sendOrTakeBack(std::string mail);
  awaitable<bool> sendAndLook(std::string mail);

private:
  struct Mark {
    explicit Mark(bool &flag) : flag(flag) { flag = true; }
    ~Mark() { flag = false; }
    bool &flag;
  };

  tcp::socket server_;
  bool sending_ = false;
  int open_ = 0;
};

// Shielded.

awaitable<void> sessionWithShield(tcp::socket &server) {
  try {
    co_await deliver(server, "hello");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  co_await disconnect(server);
}

awaitable<void> sessionThatAsks(tcp::socket &server) {
  co_await asio::this_coro::throw_if_cancelled(false);
  bool failed = false;
  try {
    co_await deliver(server, "hello");
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await quit(server);
}

// Cleanup that does not await, or that a cancellation does not come to.

awaitable<void> sessionThatCloses(tcp::socket &server) {
  try {
    co_await deliver(server, "hello");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  server.close();
}

awaitable<void> sessionThatFails(tcp::socket &server) {
  try {
    co_await deliver(server, "hello");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
    throw;
  }
  co_await disconnect(server);
}

awaitable<void> sessionThatTries(tcp::socket &server, std::string port) {
  bool valid = true;
  try {
    co_await deliver(server, std::to_string(std::stoi(port)));
  } catch (const std::invalid_argument &) {
    valid = false;
  }
  if (!valid)
    co_await quit(server);
}

awaitable<void> sessionWithCode(tcp::socket &server) {
  auto [error, size] = co_await server.async_send(asio::buffer("NOOP", 4), asio::experimental::as_tuple(use_awaitable));
  if (error)
    co_await quit(server);
  std::cout << size << "\n";
  co_await disconnect(server);
}

// Taken back whatever happens.

awaitable<void> Client::sendMarked(std::string mail) {
  if (sending_)
    throw std::logic_error("is sending");
  Mark mark(sending_);
  co_await asio::async_write(server_, asio::buffer(mail), use_awaitable);
}

awaitable<void> Client::sendOrTakeBack(std::string mail) {
  ++open_;
  try {
    co_await asio::async_write(server_, asio::buffer(mail), use_awaitable);
  } catch (...) {
    --open_;
    throw;
  }
  --open_;
}

awaitable<bool> Client::sendAndLook(std::string mail) {
  if (sending_)
    co_return false;
  sending_ = true;
  auto [error, size] = co_await asio::async_write(server_, asio::buffer(mail), asio::experimental::as_tuple(use_awaitable));
  sending_ = false;
  co_return !error && size == mail.size();
}
