// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lazy task throws when it is awaited: after the try is left.
#include "Inputs/task.h"
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

co::task<int> load(std::string key);
co::task<int> loadAt(int offset);
co::task<int> fallback();
co::task<> store(int value);
void log(const char *text) noexcept;
bool enabled() noexcept;

struct Connection {
  co::task<int> read(int size);
  co::task<int> readOr(int size, int other);
};

co::task<int> ofTheStandardLibrary(std::string key) {
  try {
    return load(std::move(key));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'ofTheStandardLibrary' a coroutine and co_await the task in it
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> ofAnyType(std::string key) {
  try {
    return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (...) {
    log("not loaded");
    throw;
  }
}

co::task<> withoutResult(int value) {
  try {
    return store(value);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'store' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::runtime_error &) {
    log("not stored");
    throw;
  }
}

// The note is at the first one.
co::task<int> severalHandlers(std::string key) {
  try {
    return load(std::move(key));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'severalHandlers' a coroutine and co_await the task in it
  } catch (const std::system_error &error) {
    log(error.what());
    throw;
  } catch (const std::exception &error) {
    log(error.what());
    return fallback();
  } catch (...) {
    return fallback();
  }
}

co::task<int> ofAMethod(Connection &connection) {
  try {
    return connection.read(16);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: the task from 'Connection::read' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> Connection::readOr(int size, int other) {
  try {
    return read(size);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Connection::read' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return loadAt(other);
  }
}

co::task<int> onOnePath(std::string key, bool cached) {
  try {
    if (cached)
      return fallback();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'fallback' is returned before it has run: no exception of it is caught here [async-return-without-await]
    log("not cached");
    return load(std::move(key));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> ofASwitch(int kind) {
  try {
    switch (kind) {
    case 0:
      return loadAt(kind);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'loadAt' is returned before it has run: no exception of it is caught here [async-return-without-await]
    default:
      return fallback();
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'fallback' is returned before it has run: no exception of it is caught here [async-return-without-await]
    }
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> aroundTheBody(int offset) try {
  return loadAt(offset);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'loadAt' is returned before it has run: no exception of it is caught here [async-return-without-await]
} catch (const std::exception &) {
  return fallback();
}

co::task<int> afterTwoFailures(int offset) {
  try {
    return loadAt(offset);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'loadAt' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::out_of_range &) {
    try {
      return loadAt(0);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'loadAt' is returned before it has run: no exception of it is caught here [async-return-without-await]
    } catch (const std::exception &) {
      return fallback();
    }
  }
}

// Outside of every try.

co::task<int> before(int offset) {
  if (offset < 0)
    return fallback();
  try {
    log("loading");
  } catch (const std::exception &) {
    return fallback();
  }
  return loadAt(offset);
}

co::task<int> inTheHandler(std::string key) {
  try {
    int offset = std::stoi(key);
    log("a number");
    return offset ? loadAt(offset) : fallback();
  } catch (const std::invalid_argument &) {
    return load(std::move(key));
  }
}

co::task<int> nothingTried(std::string key) { return load(std::move(key)); }
