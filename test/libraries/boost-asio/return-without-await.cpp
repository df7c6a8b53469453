// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A weather station's client on Boost.Asio: an awaitable does nothing before it is
// awaited, so it cannot fail any sooner either.
#include <boost/asio.hpp>
#include <chrono>
#include <future>
#include <iostream>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::system_error;
using namespace std::chrono_literals;

awaitable<double> ask(tcp::endpoint station);
awaitable<double> lastKnown();

class ScopedTimer {
public:
  explicit ScopedTimer(const char *name) : name_(name), start_(std::chrono::steady_clock::now()) {}
  ~ScopedTimer() {
    std::clog << name_ << ": " << (std::chrono::steady_clock::now() - start_) / 1ms << " ms\n";
  }

private:
  const char *name_;
  std::chrono::steady_clock::time_point start_;
};

// What people write.

awaitable<double> temperature(tcp::endpoint station) {
  try {
    return ask(station);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'ask' is returned before it has run: no exception of it is caught here [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: this handler never sees one
// CHECK-MESSAGES: :[[@LINE-3]]:12: note: instead: make 'temperature' a coroutine and co_await the task in it
  } catch (const system_error &error) {
    std::clog << error.what() << "\n";
    return lastKnown();
  }
}

awaitable<double> timed(tcp::endpoint station) {
  ScopedTimer timer("temperature");
  return ask(station);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: the task from 'ask' runs only after 'timer' is gone [async-return-without-await]
// CHECK-MESSAGES: :[[@LINE-3]]:15: note: 'timer' dies when 'timed' returns
// CHECK-MESSAGES: :[[@LINE-3]]:10: note: instead: make 'timed' a coroutine and co_await the task in it
}

class Stations {
public:
  awaitable<double> read(int number) {
    std::lock_guard lock(mutex_);
    return measure(number);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'Stations::measure' runs only after 'lock' is gone [async-return-without-await]
  }

  awaitable<double> readOr(int number, double other) {
    try {
      return measure(number);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: the task from 'Stations::measure' is returned before it has run: no exception of it is caught here [async-return-without-await]
    } catch (...) {
      return constant(other);
    }
  }

  awaitable<double> readWhich(int number);
  awaitable<double> readCarefully(int number);

private:
  awaitable<double> measure(int number);
  awaitable<double> constant(double value) { co_return value; }

  std::mutex mutex_;
  std::map<int, tcp::endpoint> stations_;
};

void serve(asio::io_context &io, tcp::endpoint station) {
  asio::co_spawn(
      io,
      [station]() -> awaitable<double> {
        try {
          return ask(station);
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: the task from 'ask' is returned before it has run: no exception of it is caught here [async-return-without-await]
        } catch (const std::exception &) {
          return lastKnown();
        }
      },
      asio::detached);
}

// The same, awaited.

awaitable<double> temperatureOrLast(tcp::endpoint station) {
  try {
    co_return co_await ask(station);
  } catch (const system_error &error) {
    std::clog << error.what() << "\n";
  }
  co_return co_await lastKnown();
}

awaitable<double> timedToTheEnd(tcp::endpoint station) {
  ScopedTimer timer("temperature");
  co_return co_await ask(station);
}

// The lock is for the address, the try for the number.

awaitable<double> Stations::readWhich(int number) {
  std::lock_guard lock(mutex_);
  return ask(stations_.at(number));
}

awaitable<double> Stations::readCarefully(int number) {
  tcp::endpoint station;
  {
    std::lock_guard lock(mutex_);
    station = stations_[number];
  }
  return ask(station);
}

awaitable<double> byNumber(Stations &stations, const std::string &number) {
  try {
    return stations.readWhich(std::stoi(number));
  } catch (const std::invalid_argument &) {
    return lastKnown();
  }
}

awaitable<double> byAddress(const std::string &address) {
  try {
    return ask({asio::ip::make_address(address), 80});
  } catch (const system_error &) {
    return lastKnown();
  }
}

// A future's work begins at once.

std::future<double> inTheBackground(asio::io_context &io, tcp::endpoint station) {
  try {
    return asio::co_spawn(io, ask(station), asio::use_future);
  } catch (const std::exception &) {
    return {};
  }
}
