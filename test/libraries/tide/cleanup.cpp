// RUN: %check %s '--checks=-*,async-unshielded-cleanup,async-skipped-cleanup' --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide: a task that is to stop is thrown that once, so that cleanup
// after it runs. What a task has marked by hand stays so.
#include <tide/tide.h>

#include <chrono>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>

using namespace std::chrono_literals;

tide::task<std::string> headline(int feed);
tide::task<> show(std::string line);
tide::task<> close_feed(int feed);

// What people write.

class ticker {
public:
  tide::task<> refresh(int feed) {
    if (refreshing)
      throw std::runtime_error("is being refreshed");
    refreshing = true;
    line = co_await headline(feed);
    refreshing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'ticker::refresh' is cancelled or fails: 'refreshing' stays true [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-4]]:12: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  tide::task<> roll() {
    ++shown;
    for (int i = 0; i != 3; ++i) {
      co_await show(line);
      co_await tide::sleep_for(1s);
    }
    --shown;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'ticker::roll' is cancelled or fails: 'shown' is not counted down again [async-skipped-cleanup]
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: it is taken here
// CHECK-MESSAGES: :[[@LINE-6]]:7: note: an exception of this 'co_await' leaves it so
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: take it back in the destructor of a local object
  }

  tide::task<> refreshIfPossible(int feed) {
    if (refreshing)
      co_return;
    refreshing = true;
    try {
      line = co_await headline(feed);
    } catch (const std::exception &error) {
      line = error.what();
    }
    refreshing = false;
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this is skipped when coroutine 'ticker::refreshIfPossible' is cancelled or fails: 'refreshing' stays true [async-skipped-cleanup]
  }

  tide::task<> refreshGuarded(int feed);
  tide::task<> refreshOrTakeBack(int feed);
  tide::task<> refreshSettled(int feed);
  tide::task<> refreshQuickly();
  tide::task<> refreshInTurn(int feed);

private:
  struct mark {
    explicit mark(bool &flag) : flag(flag) { flag = true; }
    ~mark() { flag = false; }
    bool &flag;
  };

  tide::mutex turn;
  std::string line;
  bool refreshing = false;
  int shown = 0;
};

// Taken back whatever happens.

tide::task<> ticker::refreshGuarded(int feed) {
  if (refreshing)
    co_return;
  mark refreshed(refreshing);
  line = co_await headline(feed);
}

tide::task<> ticker::refreshOrTakeBack(int feed) {
  if (refreshing)
    co_return;
  refreshing = true;
  try {
    line = co_await headline(feed);
  } catch (...) {
    refreshing = false;
    throw;
  }
  refreshing = false;
}

tide::task<> ticker::refreshSettled(int feed) {
  if (refreshing)
    co_return;
  refreshing = true;
  auto result = co_await tide::settle(headline(feed));
  refreshing = false;
  line = std::move(result).value();
}

tide::task<> ticker::refreshInTurn(int feed) {
  auto guard = co_await turn.lock();
  line = co_await headline(feed);
}

tide::task<> ticker::refreshQuickly() {
  if (refreshing)
    co_return;
  refreshing = true;
  line = "-";
  refreshing = false;
  co_await show(line);
}

// Cleanup that runs: the cancellation has been thrown.

tide::task<> follow(int feed) {
  try {
    co_await show(co_await headline(feed));
  } catch (...) {
  }
  co_await close_feed(feed);
}

tide::task<> followOrThrow(int feed) {
  std::exception_ptr error;
  try {
    co_await show(co_await headline(feed));
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    co_await close_feed(feed);
    std::rethrow_exception(error);
  }
}

tide::task<> followShielded(int feed) {
  try {
    co_await show(co_await headline(feed));
  } catch (const tide::cancelled &) {
    std::cerr << "stopped\n";
  }
  co_await tide::shield(close_feed(feed));
}

tide::task<> followWithCleanup(int feed) {
  co_await tide::with_cleanup(show("news"), [feed] { return close_feed(feed); });
}
