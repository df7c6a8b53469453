// RUN: %check %s --args=-I%S/../../runtime '--checks=-*,async-swallowed-cancellation,async-cancellation-as-success'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide: who is cancelled gets a tide::cancelled, which is no
// std::exception, so that a handler for errors lets it through.
#include <tide/tide.h>

#include <chrono>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

tide::task<std::string> headline(int feed);
tide::task<> show(std::string line);
tide::task<> closeScreen();

// What people write.

tide::task<> ticker(int feed) {
  for (;;) {
    try {
      co_await show(co_await headline(feed));
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'tide::cancelled': coroutine 'ticker' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const tide::cancelled &) { throw; }'
      std::clog << "no news\n";
    }
  }
}

tide::task<> tickerWithBreaks(int feed) {
  while (true) {
    try {
      co_await show(co_await headline(feed));
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'tide::cancelled': coroutine 'tickerWithBreaks' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: let it through, with a handler before this one: 'catch (const tide::cancelled &) { throw; }'
    }
    co_await tide::sleep_for(10s);
  }
}

tide::task<> thrice(int feed) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    try {
      co_await show(co_await headline(feed));
      co_return;
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'tide::cancelled': coroutine 'thrice' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      std::clog << "again\n";
    }
  }
}

tide::task<> items(tide::queue<std::string> &lines) {
  while (auto line = co_await lines.get()) {
    try {
      co_await show(*line);
    } catch (const std::exception &error) {
      std::clog << error.what() << "\n";
    } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (...)' swallows 'tide::cancelled': coroutine 'items' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
      std::clog << "an unknown error\n";
    }
  }
}

tide::task<> itself(int feed) {
  for (;;) {
    try {
      co_await show(co_await headline(feed));
    } catch (const tide::cancelled &) {
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'catch (const tide::cancelled &)' swallows 'tide::cancelled': coroutine 'itself' tries again instead of stopping when it is cancelled [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE-6]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: rethrow it with 'throw;' when the handler has cleaned up
      std::clog << "not now\n";
    }
  }
}

tide::task<> settledForEver(int feed) {
  for (;;)
    co_await tide::settle(show("ticking"));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'tide::settle' makes a value of being cancelled, and the loop of coroutine 'settledForEver' goes on after it was cancelled or closed [async-swallowed-cancellation]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: this loop goes on
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: look at the result, and leave the loop on an error
}

tide::task<std::string> headlineOrNothing(int feed) {
  try {
    co_return co_await headline(feed);
  } catch (...) {
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'catch (...)' turns 'tide::cancelled' into an ordinary return: whoever awaits coroutine 'headlineOrNothing' cannot tell that it was cancelled [async-cancellation-as-success]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: it is thrown by this 'co_await'
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: it returns here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: let it through, with a handler before this one: 'catch (const tide::cancelled &) { throw; }'
    co_return "";
  }
}

// They let it through.

tide::task<> errorsOnly(int feed) {
  for (;;) {
    try {
      co_await show(co_await headline(feed));
    } catch (const std::exception &error) {
      std::clog << error.what() << "\n";
    }
  }
}

tide::task<> anEarlierHandler(int feed) {
  for (;;) {
    try {
      co_await show(co_await headline(feed));
    } catch (const tide::cancelled &) {
      throw;
    } catch (...) {
      std::clog << "no news\n";
    }
  }
}

tide::task<> cleansUp(int feed) {
  try {
    for (;;)
      co_await show(co_await headline(feed));
  } catch (...) {
    std::clog << "no more news\n";
    throw;
  }
}

tide::task<> thrownLater(int feed) {
  std::exception_ptr error;
  try {
    co_await show(co_await headline(feed));
  } catch (...) {
    error = std::current_exception();
  }
  co_await closeScreen();
  if (error)
    std::rethrow_exception(error);
}

tide::task<> asksWhich(int feed) {
  for (;;) {
    try {
      co_await show(co_await headline(feed));
    } catch (...) {
      if (tide::is_cancellation(std::current_exception()))
        throw;
    }
  }
}

tide::task<> asksWhetherItIsToStop(int feed) {
  for (;;) {
    try {
      co_await show(co_await headline(feed));
    } catch (...) {
      if (tide::activity::current().cancelling())
        co_return;
    }
  }
}

tide::task<> settledOnce(int feed) {
  for (;;) {
    auto shown = co_await tide::settle(show(co_await headline(feed)));
    if (!shown.ok())
      co_return;
  }
}

// Nobody can cancel it there, or it is what was asked for.

tide::task<> shielded(int feed) {
  try {
    co_await tide::shield(show("the end"));
  } catch (...) {
    std::clog << "not shown\n";
  }
  co_await show("really");
}

tide::task<> stopsTheTicker(int feed) {
  auto running = tide::spawn(ticker(feed));
  co_await tide::sleep_for(1min);
  running.cancel();
  try {
    co_await running;
  } catch (...) {
    std::clog << "stopped\n";
  }
  co_await show("the end");
}

tide::task<std::string> headlineIfNotCancelled(int feed) {
  try {
    co_return co_await headline(feed);
  } catch (const tide::cancelled &) {
    co_return "";
  }
}
