// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/cppcoro '--checks=-*,async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An indexer on cppcoro: how many tasks there are at once.
#include <cppcoro/async_generator.hpp>
#include <cppcoro/async_scope.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/net/socket.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/task.hpp>
#include <cppcoro/when_all.hpp>
#include <string>
#include <utility>
#include <vector>

cppcoro::task<int> words(std::string file);
cppcoro::task<> index(std::string file);
cppcoro::task<> serve(cppcoro::net::socket peer);

struct folder {
  std::vector<folder> folders;
  std::vector<std::string> files;
};

// What people write.

cppcoro::task<> count(std::vector<std::string> files) {
  std::vector<cppcoro::task<int>> counts;
  for (const std::string &file : files)
    counts.push_back(words(file));
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: coroutine 'count' collects 'words' for every element of 'files': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE+2]]:12: note: all are awaited at once here
// CHECK-MESSAGES: :[[@LINE-4]]:22: note: instead: let as many tasks as are wanted take one element after the other
  co_await cppcoro::when_all(std::move(counts));
}

cppcoro::task<> indexAll(const std::vector<std::string> &files) {
  cppcoro::async_scope scope;
  for (const std::string &file : files)
    scope.spawn(index(file));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'indexAll' starts 'index' for every element of 'files': nothing limits how many there are at once [async-unbounded-fan-out]
// CHECK-MESSAGES: :[[@LINE-3]]:3: note: in this loop
// CHECK-MESSAGES: :[[@LINE-3]]:11: note: instead: let as many tasks as are wanted take one element after the other
  co_await scope.join();
}

cppcoro::task<> indexTree(const folder &f, cppcoro::async_scope &scope) {
  for (const folder &inner : f.folders)
    scope.spawn(indexTree(inner, scope));
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: coroutine 'indexTree' starts 'indexTree' for every element of 'folders': nothing limits how many there are at once [async-unbounded-fan-out]
  for (const std::string &file : f.files)
    co_await index(file);
}

// Good.

cppcoro::task<> inTurn(std::vector<std::string> files, cppcoro::static_thread_pool &pool) {
  for (const std::string &file : files) {
    co_await pool.schedule();
    co_await index(file);
  }
}

cppcoro::task<> both() { co_await cppcoro::when_all(words("a"), words("b")); }

cppcoro::task<> scopeForEach(std::vector<std::string> files) {
  for (const std::string &file : files) {
    cppcoro::async_scope scope;
    scope.spawn(index(file));
    scope.spawn(index(file + ".bak"));
    co_await scope.join();
  }
}
