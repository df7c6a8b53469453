// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A semaphore on a channel of Boost.Asio, as programs write it: Asio has none of
// its own.
#include <boost/asio.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <utility>

namespace asio = boost::asio;
using channel = asio::experimental::channel<void(boost::system::error_code)>;

class limiter {
public:
  class permit {
  public:
    explicit permit(channel &tokens) : tokens_(&tokens) {}
    permit(permit &&other) noexcept : tokens_(std::exchange(other.tokens_, nullptr)) {}
    ~permit() {
      if (tokens_)
        tokens_->try_receive([](auto...) {});
    }

  private:
    channel *tokens_;
  };

  limiter(asio::any_io_executor loop, std::size_t most) : tokens_(loop, most) {}

  asio::awaitable<permit> acquire() {
    co_await tokens_.async_send(boost::system::error_code(), asio::use_awaitable);
    co_return permit(tokens_);
  }

private:
  channel tokens_;
};

asio::awaitable<void> request();

asio::awaitable<void> unawaited(limiter &requests) {
  auto permit = requests.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: the permit from 'limiter::acquire', kept in 'permit', is never awaited: nothing is acquired [async-unawaited-guard]
  co_await request();
}

asio::awaitable<void> discarded(limiter &requests) {
  requests.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the permit from 'limiter::acquire' is never awaited: nothing is acquired [async-unawaited-guard]
  co_await request();
}

asio::awaitable<void> dropped(limiter &requests) {
  co_await requests.acquire();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'limiter::acquire' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
  co_await request();
}

asio::awaitable<void> held(limiter &requests) {
  auto permit = co_await requests.acquire();
  auto wanted = requests.acquire();
  auto another = co_await std::move(wanted);
  co_await request();
}

// A channel gives no guard.

asio::awaitable<void> byHand(channel &tokens) {
  co_await tokens.async_send(boost::system::error_code(), asio::use_awaitable);
  co_await request();
  co_await tokens.async_receive(asio::use_awaitable);
}
