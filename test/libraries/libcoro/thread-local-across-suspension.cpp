// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/libcoro
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crawler on libcoro: after each co_await, a task is in the thread that ended what it
// waited for.
#include <cerrno>
#include <coro/coro.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <unistd.h>

using pool_ptr = std::unique_ptr<coro::thread_pool>;

struct Parser {
  int parse(const std::string &page);
  void reset();
};

thread_local Parser parser;
thread_local std::string site;
thread_local int links = 0;
std::map<std::thread::id, int> crawled;

coro::task<std::string> fetch(int page);
void log(const std::string &text);

// What people write.

coro::task<int> crawl(int page) {
  Parser &mine = parser;
  mine.reset();
  std::string text = co_await fetch(page);
  co_return mine.parse(text);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'mine' refers to a thread-local variable of the thread that coroutine 'crawl' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:18: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:22: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:13: note: instead: ask for it again after the suspension
}

coro::task<int> crawl_on(pool_ptr &pool, const std::string &text) {
  Parser *mine = &parser;
  co_await pool->schedule();
  co_return mine->parse(text);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'mine' refers to a thread-local variable of the thread that coroutine 'crawl_on' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:18: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:13: note: instead: ask for it again after the suspension
}

coro::task<void> crawl_all(int pages) {
  auto self = std::this_thread::get_id();
  for (int page = 0; page < pages; ++page) {
    co_await fetch(page);
    ++crawled[self];
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'self' is the thread that coroutine 'crawl_all' was in before it was suspended [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-5]]:15: note: taken here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:15: note: instead: ask for it again after the suspension
  }
}

coro::task<void> crawl_site(std::string name) {
  site = name;
  co_await fetch(0);
  log(site);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: thread-local 'site' was set before coroutine 'crawl_site' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: set here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: suspended at this 'co_await'
// CHECK-MESSAGES: :[[@LINE-4]]:7: note: instead: keep it in a variable of the coroutine
}

coro::task<void> count(int page) {
  links += 1;
  co_await fetch(page);
  links -= 1;
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: thread-local 'links' was set before coroutine 'count' was suspended: others may have set it since, and this may be another thread [async-thread-local-across-suspension]
}

coro::task<void> remove(std::string file) {
  if (::unlink(file.c_str()) != 0) {
    co_await fetch(0);
    log(std::to_string(errno));
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'errno' was set before coroutine 'remove' was suspended: what ran since may have set it [async-thread-local-across-suspension]
  }
}

// Asked again, or copied.

coro::task<int> crawl_where_it_is(pool_ptr &pool, int page) {
  std::string text = co_await fetch(page);
  co_await pool->schedule();
  Parser &mine = parser;
  mine.reset();
  co_return mine.parse(text);
}

coro::task<void> crawl_all_where_it_is(int pages) {
  for (int page = 0; page < pages; ++page) {
    co_await fetch(page);
    ++crawled[std::this_thread::get_id()];
  }
}

coro::task<void> moved(pool_ptr &pool) {
  auto before = std::this_thread::get_id();
  co_await pool->schedule();
  std::cout << before << " to " << std::this_thread::get_id() << "\n";
}

coro::task<void> crawl_named_site(std::string name) {
  site = name;
  log(site);
  co_await fetch(0);
  site = name;
  log(site);
}

coro::task<void> remove_carefully(std::string file) {
  if (::unlink(file.c_str()) != 0) {
    int error = errno;
    co_await fetch(0);
    log(std::to_string(error));
  }
}

// Between two suspensions.

coro::task<void> parse_all(int pages) {
  for (int page = 0; page < pages; ++page) {
    std::string text = co_await fetch(page);
    Parser &mine = parser;
    log(std::to_string(mine.parse(text)));
    mine.reset();
  }
}
