// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A try is for what throws in it. Where something else than the task does, that is
// what it may be for.
#include "Inputs/task.h"
#include <charconv>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

struct Config {
  explicit Config(const std::string &text);
  int port = 0;
};

co::task<int> listen(int port);
co::task<int> listenAt(Config config);
co::task<int> fallback();
Config parse(const std::string &text);
void check(int port);
void checked(int port) noexcept;
void log(const char *text) noexcept;

struct Quiet {
  explicit Quiet(int port) noexcept : port(port) {}
  int port;
};

// Nothing else throws.

co::task<int> nothingElse(int port) {
  try {
    checked(port);
    return listen(port);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'listen' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> arithmetic(int port) {
  try {
    int next = port + 1;
    if (next > 65535)
      next = 1024;
    return listen(next);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'listen' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> quietObjects(int port) {
  try {
    Quiet quiet(port);
    return listen(quiet.port);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'listen' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> aClosureThatIsOnlyMade(int port) {
  try {
    auto later = [port] { check(port); };
    return listen(static_cast<int>(sizeof(later)));
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'listen' is returned before it has run: no exception of it is caught here [async-return-without-await]
  } catch (const std::exception &) {
    return fallback();
  }
}

// Something does.

co::task<int> anotherCall(int port) {
  try {
    check(port);
    return listen(port);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> parsed(std::string text) {
  try {
    Config config = parse(text);
    return listen(config.port);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> constructed(std::string text) {
  try {
    Config config(text);
    return listen(config.port);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> thrown(int port) {
  try {
    if (port < 0)
      throw std::out_of_range("port");
    return listen(port);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> allocated(int port) {
  try {
    int *ports = new int[port];
    int last = ports[port - 1];
    delete[] ports;
    return listen(last);
  } catch (const std::bad_alloc &) {
    return fallback();
  }
}

co::task<int> onAnotherPath(int port) {
  try {
    if (port == 0)
      check(port);
    return listen(port);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> aCast(std::exception &error) {
  try {
    return listen(dynamic_cast<std::range_error &>(error).what()[0]);
  } catch (const std::bad_cast &) {
    return fallback();
  }
}

// As an argument.

co::task<int> anArgument(std::string text) {
  try {
    return listen(std::stoi(text));
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> anArgumentOfAnArgument(std::string text) {
  try {
    return listen(parse(text).port);
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> anArgumentThatIsConverted(std::string text) {
  try {
    return listenAt(Config(text));
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> anElement(std::map<std::string, int> &ports, std::string name) {
  try {
    return listen(ports.at(name));
  } catch (const std::out_of_range &) {
    return fallback();
  }
}

struct Server {
  co::task<int> run();
};
Server &serverOf(const std::string &name);

co::task<int> theObject(std::string name) {
  try {
    return serverOf(name).run();
  } catch (const std::exception &) {
    return fallback();
  }
}

co::task<int> theCondition(std::string text) {
  try {
    return std::stoi(text) ? listen(1) : listen(2);
  } catch (const std::exception &) {
    return fallback();
  }
}
