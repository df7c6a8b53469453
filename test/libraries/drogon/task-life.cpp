// RUN: %check %s --args=-I%S/../../rules/packs/Inputs/drogon '--checks=async-*,-async-unbounded-*'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A shop on Drogon: a Task, a query and a request do nothing until they are
// awaited, and an exception that leaves async_run ends the program.
#include <drogon/drogon.h>
#include <drogon/orm/CoroMapper.h>

#include <chrono>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace drogon;
using namespace std::chrono_literals;
using drogon::orm::DbClientPtr;

Task<int> stockOf(int article);
Task<> reserve(int article);
void answer(int stock);

// What people write.

Task<HttpResponsePtr> order(HttpRequestPtr request, int article) {
  reserve(article);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'reserve' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: co_await it
  auto stock = stockOf(article);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'stockOf', kept in 'stock', is not awaited on every path: on the others it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE+2]]:7: note: this condition is true
// CHECK-MESSAGES: :[[@LINE+2]]:5: note: 'stock' is lost at this 'co_return'
  if (article < 0)
    co_return HttpResponse::newHttpResponse();
  answer(co_await stock);
  co_return HttpResponse::newHttpResponse();
}

Task<> record(HttpClientPtr bank, HttpRequestPtr request, DbClientPtr db) {
  bank->sendRequestCoro(request, 1.0);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the task from 'drogon::HttpClient::sendRequestCoro' is never awaited: it never runs [async-unawaited-task]
  db->execSqlCoro("insert into orders values ($1)", request->path());
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the task from 'drogon::orm::DbClient::execSqlCoro' is never awaited: it never runs [async-unawaited-task]
  auto query = db->execSqlCoro("select * from orders");
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'drogon::orm::DbClient::execSqlCoro', kept in 'query', is never awaited: it never runs [async-unawaited-task]
  sleepCoro(app().getLoop(), 1s);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'drogon::sleepCoro' is never awaited: it never runs [async-unawaited-task]
  switchThreadCoro(app().getLoop());
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'drogon::switchThreadCoro' is never awaited: it never runs [async-unawaited-task]
  when_all(stockOf(1), stockOf(2));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'drogon::when_all' is never awaited: it never runs [async-unawaited-task]
  co_await reserve(1);
}

Task<> count(Mutex &mutex, int &sold) {
  auto lock = mutex.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the lock from 'drogon::Mutex::scoped_lock', kept in 'lock', is never awaited: nothing is locked [async-unawaited-guard]
  ++sold;
  co_await mutex.scoped_lock();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the guard that 'drogon::Mutex::scoped_lock' gives is dropped at once: it is released before the next statement [async-unawaited-guard]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: keep it in a variable until the end of the scope
  ++sold;
  mutex.lock();
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: the lock from 'drogon::Mutex::lock' is never awaited: nothing is locked [async-unawaited-guard]
  ++sold;
  mutex.unlock();
}

Task<> reserveAll(std::vector<int> articles) {
  std::vector<Task<>> reserving;
  for (int article : articles)
    reserving.push_back(reserve(article));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'reserve', kept in 'reserving', is never awaited: it never runs [async-unawaited-task]
  answer(co_await stockOf(1));
}

Task<> deliver(int article) {
  if (co_await stockOf(article) == 0)
    throw std::runtime_error("sold out");
  co_await reserve(article);
}

void deliverAll(std::vector<int> articles) {
  for (int article : articles)
    async_run([article]() -> Task<> { co_await deliver(article); });
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: a lambda is started by 'drogon::async_run' and nobody sees its errors: an exception that leaves the coroutine ends the program [async-dropped-task-handle]
// CHECK-MESSAGES: :[[@LINE-2]]:39: note: an exception of this await leaves the lambda
// CHECK-MESSAGES: :[[@LINE-3]]:5: note: instead: handle its errors inside of it, or keep what tells how it ends
  co_future(deliver(1));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the future from 'drogon::co_future' is dropped: the exception of the task is only in the future [async-dropped-task-handle]
  deliver(2);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: the task from 'deliver' is never awaited: it never runs [async-unawaited-task]
// CHECK-MESSAGES: :[[@LINE-2]]:3: note: instead: return it, or start it on the event loop
}

void onTimer() {
  app().getLoop()->runEvery(60.0, [] { return deliver(1); });
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
// CHECK-MESSAGES: :[[@LINE-2]]:35: note: instead: give it an ordinary function that starts the task
  app().getLoop()->queueInLoop([]() -> Task<> { co_await deliver(2); });
// CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'std::function<void ()>' drops the task that this lambda returns: it never runs [async-erased-task]
  app().getLoop()->runInLoop([]() -> Task<> { co_await deliver(3); });
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'trantor::EventLoop::runInLoop' drops the task that this lambda returns: it never runs [async-erased-task]
}

// What is right.

Task<HttpResponsePtr> orderInTurn(HttpRequestPtr request, int article) {
  co_await reserve(article);
  auto stock = stockOf(article);
  auto left = co_await stock;
  left += co_await stockOf(article + 1);
  answer(left);
  co_return HttpResponse::newHttpResponse();
}

Task<> recordAll(HttpClientPtr bank, HttpRequestPtr request, DbClientPtr db) {
  co_await bank->sendRequestCoro(request, 1.0);
  auto query = db->execSqlCoro("select * from orders");
  co_await query;
  auto transaction = co_await db->newTransactionCoro();
  co_await sleepCoro(app().getLoop(), 1s);
  co_await switchThreadCoro(app().getLoop());
  auto both = when_all(stockOf(1), stockOf(2));
  co_await both;
}

Task<> countInTurn(Mutex &mutex, int &sold) {
  auto lock = co_await mutex.scoped_lock();
  ++sold;
  if (mutex.try_lock())
    mutex.unlock();
  co_await mutex.lock();
  mutex.unlock();
}

Task<> reserveThem(std::vector<int> articles) {
  std::vector<Task<>> reserving;
  for (int article : articles)
    reserving.push_back(reserve(article));
  co_await when_all(std::move(reserving));
}

Task<> deliverCarefully(int article) {
  try {
    co_await deliver(article);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
}

// There to be dropped: a handler of its own.
AsyncTask deliverLater(int article) { co_await deliverCarefully(article); }

void deliverAllCarefully(std::vector<int> articles) {
  for (int article : articles)
    async_run([article] { return deliverCarefully(article); });
  deliverLater(1);
  auto delivered = co_future(deliver(1));
  delivered.wait();
}

// No coroutine: its caller awaits.
Task<> reserveTwo() { return reserve(2); }

// Drogon awaits what a handler returns.
void setUp() {
  app().registerHandler(
      "/order",
      [](HttpRequestPtr request) -> Task<HttpResponsePtr> { co_return co_await order(request, 1); },
      {Get});
  app().registerHandler(
      "/deliver", [](HttpRequestPtr) -> AsyncTask { co_await deliverCarefully(1); }, {Get});
  app().getLoop()->runEvery(60.0, async_func([]() -> Task<> { co_await deliverCarefully(1); }));
  app().getLoop()->queueInLoop([] { async_run([] { return deliverCarefully(2); }); });
}

int main() {
  setUp();
  auto stock = stockOf(1);
  answer(sync_wait(std::move(stock)));
  app().run();
}
