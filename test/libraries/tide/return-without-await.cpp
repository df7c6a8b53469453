// RUN: %check %s --args=-I%S/../../runtime
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A news ticker on tide: a task runs when it is awaited, and by then the function that
// returned it is long done.
#include <tide/tide.h>

#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

tide::task<std::string> headline(int feed);
tide::task<std::string> nothing();
tide::task<> show(std::string line);
int feedOf(const std::string &name);

struct Screen {
  bool busy = false;
};

class BusyScope {
public:
  explicit BusyScope(Screen &screen) : screen_(screen) { screen_.busy = true; }
  ~BusyScope() { screen_.busy = false; }

private:
  Screen &screen_;
};

// What people write.

tide::task<std::string> headlineOrNothing(int feed) {
  try {
    return headline(feed);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'headline' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'headlineOrNothing' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return nothing();
  }
}

tide::task<std::string> eitherOrNothing(int feed, bool retry) {
  try {
    return retry ? headline(feed) : headline(feed + 1);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'headline' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-2]]:37: warning: the task from 'headline' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (...) {
    return nothing();
  }
}

tide::task<> draw(Screen &screen, std::string line) {
  BusyScope busy(screen);
  return show(std::move(line));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'show' runs only after 'busy' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:13: note: 'busy' dies when 'draw' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'draw' a coroutine and co_await the task in it
}

std::function<tide::task<std::string>(int)> source() {
  return [](int feed) {
    try {
      return headline(feed);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'headline' is returned before it has run: no exception of it is caught here [async-return-without-await]
    } catch (const std::exception &) {
      return nothing();
    }
  };
}

// The same, awaited.

tide::task<std::string> headlineAtLast(int feed) {
  try {
    co_return co_await headline(feed);
  } catch (const std::exception &error) {
    std::clog << error.what() << "\n";
  }
  co_return co_await nothing();
}

tide::task<> drawToTheEnd(Screen &screen, std::string line) {
  BusyScope busy(screen);
  co_await show(std::move(line));
}

tide::task<> drawAlone(tide::mutex &screen, std::string line) {
  auto guard = co_await screen.lock();
  co_await show(std::move(line));
}

// Nothing is meant for the task.

tide::task<std::string> byName(const std::string &name) {
  try {
    return headline(feedOf(name));
  } catch (const std::out_of_range &) {
    return nothing();
  }
}

tide::task<> drawMarked(Screen &screen, std::string line) {
  {
    BusyScope busy(screen);
    std::clog << line << "\n";
  }
  return show(std::move(line));
}

// Spawned: it runs, and the handle is waited for.

tide::task<> both() {
  auto first = tide::spawn(show("first"));
  auto second = tide::spawn(show("second"));
  co_await first;
  co_await second;
}
