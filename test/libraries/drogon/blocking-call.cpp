// RUN: %check %s '--checks=-*,async-blocking-call' --args=-I%S/../../rules/packs/Inputs/drogon
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A shop on Drogon: its handlers run on the loops that serve the connections.
#include <drogon/MultiPart.h>
#include <drogon/drogon.h>
#include <drogon/orm/CoroMapper.h>
#include <trantor/net/EventLoopThreadPool.h>
#include <trantor/utils/ConcurrentTaskQueue.h>

#include <chrono>
#include <fstream>
#include <string>
#include <sys/types.h>
#include <thread>

using namespace drogon;
using namespace std::chrono_literals;
using drogon::orm::CoroMapper;
using drogon::orm::Criteria;
using drogon::orm::DbClientPtr;
using drogon::orm::Mapper;
using drogon::orm::Mode;

// As drogon_ctl makes it of a table.
class Order {
public:
  using PrimaryKeyType = int;
  static const std::string tableName;
  static const std::string primaryKeyName;
  explicit Order(const orm::Row &row, ssize_t offset = 0);
};

Task<int> stockOf(int article);

void writeLog(const std::string &line) { std::ofstream("shop.log") << line; }

// Bugs.

Task<HttpResponsePtr> listOrders(HttpRequestPtr request) {
  DbClientPtr db = app().getDbClient();
  db->execSqlSync("select * from orders where path = $1", request->path());
  // CHECK-NOTES: :[[@LINE-1]]:7: warning: call to 'drogon::orm::DbClient::execSqlSync' blocks the thread in coroutine 'listOrders': it waits for the database server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:7: note: instead: co_await client->execSqlCoro(...)
  Mapper<Order> orders(db);
  orders.findBy(Criteria());
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: call to 'drogon::orm::Mapper::findBy' blocks the thread in coroutine 'listOrders': it waits for the database server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:10: note: instead: co_await the method of that name of an orm::CoroMapper
  *db << "select 1" << Mode::Blocking >> [](const orm::Result &) {};
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: call to 'drogon::orm::internal::SqlBinder::operator<<' blocks the thread in coroutine 'listOrders': it makes the statement wait for the database server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:21: note: instead: co_await client->execSqlCoro(...)
  co_return HttpResponse::newHttpResponse();
}

Task<HttpResponsePtr> price(HttpRequestPtr request, HttpClientPtr bank) {
  auto [result, response] = bank->sendRequest(request, 1.0);
  // CHECK-NOTES: :[[@LINE-1]]:35: warning: call to 'drogon::HttpClient::sendRequest' blocks the thread in coroutine 'price': it waits until the server answers [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:35: note: instead: co_await client->sendRequestCoro(...)
  co_return response;
}

Task<> cachedStock(int article) {
  auto redis = app().getRedisClient();
  redis->execCommandSync([](const nosql::RedisResult &r) { return r.asString(); },
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: call to 'drogon::nosql::RedisClient::execCommandSync' blocks the thread in coroutine 'cachedStock': it waits for the Redis server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:10: note: instead: co_await client->execCommandCoro(...)
                         "get stock");
  int stock = sync_wait(stockOf(article));
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: call to 'drogon::sync_wait' blocks the thread in coroutine 'cachedStock': it waits until the task has ended on a thread of its own [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:15: note: instead: co_await the task itself
  writeLog(std::to_string(stock));
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'writeLog' blocks the thread in coroutine 'cachedStock': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-37]]:42: note: 'writeLog' constructs 'std::ofstream' here
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: co_await drogon::queueInLoopCoro(worker_loop, file_work, loop)
  co_return;
}

AsyncTask retry() {
  std::this_thread::sleep_for(1s);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'std::this_thread::sleep_for' blocks the thread in coroutine 'retry': it sleeps until the time is over [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: instead: co_await drogon::sleepCoro(loop, ...)
  co_return;
}

Task<> savePicture(const HttpFile &picture) {
  picture.saveAs("picture.png");
  // CHECK-NOTES: :[[@LINE-1]]:11: warning: call to 'drogon::HttpFile::saveAs' blocks the thread in coroutine 'savePicture': it writes the uploaded file to the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:11: note: instead: co_await drogon::queueInLoopCoro(worker_loop, file_work, loop)
  co_await stockOf(1);
}

Task<> importOnce() {
  trantor::EventLoopThread importer("importer");
  // CHECK-NOTES: :[[@LINE-1]]:28: warning: destroying 'trantor::EventLoopThread' blocks the thread in coroutine 'importOnce': it waits in its destructor until its threads end [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:28: note: instead: co_await drogon::queueInLoopCoro(worker_loop, work, loop)
  importer.run();
  co_await stockOf(1);
}

void setUp() {
  app().registerHandler(
      "/health",
      [](const HttpRequestPtr &, std::function<void(const HttpResponsePtr &)> &&answer) {
        writeLog("asked\n");
        // CHECK-NOTES: :[[@LINE-1]]:9: warning: call to 'writeLog' blocks the thread in a callback of the event loop: it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
        // CHECK-NOTES: :[[@LINE-70]]:42: note: 'writeLog' constructs 'std::ofstream' here
        // CHECK-NOTES: :[[@LINE-3]]:9: note: instead: co_await drogon::queueInLoopCoro(worker_loop, file_work, loop)
        answer(HttpResponse::newHttpResponse());
      },
      {Get});
  app().registerSyncAdvice([](const HttpRequestPtr &) {
    std::this_thread::sleep_for(10ms);
    // CHECK-NOTES: :[[@LINE-1]]:5: warning: call to 'std::this_thread::sleep_for' blocks the thread in a callback of the event loop: it sleeps until the time is over [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-2]]:5: note: instead: co_await drogon::sleepCoro(loop, ...)
    return HttpResponsePtr();
  });
  app().getLoop()->runEvery(60.0, [] { app().getDbClient()->execSqlSync("delete from carts"); });
  // CHECK-NOTES: :[[@LINE-1]]:61: warning: call to 'drogon::orm::DbClient::execSqlSync' blocks the thread in a callback of the event loop: it waits for the database server [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:61: note: instead: co_await client->execSqlCoro(...)
}

void askBank(HttpClientPtr bank, HttpRequestPtr request) {
  bank->sendRequest(request, [bank, request](ReqResult result, const HttpResponsePtr &) {
    if (result == ReqResult::Timeout)
      bank->sendRequest(request);
      // CHECK-NOTES: :[[@LINE-1]]:13: warning: call to 'drogon::HttpClient::sendRequest' blocks the thread in a callback of the event loop: it waits until the server answers [async-blocking-call]
      // CHECK-NOTES: :[[@LINE-2]]:13: note: instead: co_await client->sendRequestCoro(...)
  });
}

Task<> backOnTheLoop(trantor::EventLoopThreadPool &workers) {
  co_await switchThreadCoro(workers.getNextLoop());
  writeLog("on a worker\n");
  co_await switchThreadCoro(app().getLoop());
  writeLog("on the loop\n");
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: call to 'writeLog' blocks the thread in coroutine 'backOnTheLoop': it reaches 'std::ofstream', which opens a file on disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-101]]:42: note: 'writeLog' constructs 'std::ofstream' here
  // CHECK-NOTES: :[[@LINE-3]]:3: note: instead: co_await drogon::queueInLoopCoro(worker_loop, file_work, loop)
}

// Not bugs.

Task<HttpResponsePtr> listOrdersLater(HttpRequestPtr request) {
  DbClientPtr db = app().getDbClient();
  co_await db->execSqlCoro("select * from orders where path = $1", request->path());
  CoroMapper<Order> orders(db);
  co_await orders.findAll();
  auto transaction = co_await db->newTransactionCoro();
  co_return HttpResponse::newHttpResponse();
}

Task<HttpResponsePtr> priceLater(HttpRequestPtr request, HttpClientPtr bank) {
  co_return co_await bank->sendRequestCoro(request, 1.0);
}

Task<> cachedStockLater(int article) {
  auto redis = app().getRedisClient();
  co_await redis->execCommandCoro("get stock");
  co_await stockOf(article);
}

Task<> retryLater() { co_await sleepCoro(app().getLoop(), 1s); }

// With callbacks nothing waits.
void findOrder(DbClientPtr db) {
  Mapper<Order> orders(db);
  orders.findOne(Criteria(), [](Order) {}, [](const orm::DrogonDbException &) {});
  orders.findAll([](std::vector<Order>) {}, [](const orm::DrogonDbException &) {});
  db->execSqlAsync("select 1", [](const orm::Result &) {}, [](const orm::DrogonDbException &) {});
  *db << "select 1" << Mode::NonBlocking >> [](const orm::Result &) {};
}

Task<> findOrders(DbClientPtr db) {
  findOrder(db);
  co_return;
}

// A loop of one's own, and back.
Task<> savePictureLater(const HttpFile &picture, trantor::EventLoop *worker) {
  auto *loop = trantor::EventLoop::getEventLoopOfCurrentThread();
  co_await queueInLoopCoro(worker, [&picture] { picture.save(); }, loop);
  int written = co_await queueInLoopCoro<int>(worker, [] {
    writeLog("saved\n");
    return 1;
  });
  writeLog(std::to_string(written)); // still on the worker's loop
}

Task<> onAWorker(trantor::EventLoopThreadPool &workers) {
  auto *worker = workers.getNextLoop();
  co_await switchThreadCoro(worker);
  writeLog("on a worker\n");
}

void inQueues(trantor::ConcurrentTaskQueue &queue, trantor::EventLoopThread &archive) {
  queue.runTaskInQueue([] { writeLog("in a queue\n"); });
  archive.getLoop()->queueInLoop([] { writeLog("archived\n"); });
}

void outsideTheLoop(trantor::EventLoop *loop) {
  if (!loop->isInLoopThread())
    sync_wait(stockOf(2));
}

int main() {
  setUp();
  async_run([]() -> Task<> { co_await stockOf(3); });
  app().run();
}
