// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/utils/coroutine.h"
#include <memory>
#include <string>

namespace drogon::orm {
enum class Mode { NonBlocking, Blocking };
enum class TransactionType { Deferred, Immediate, Exclusive };
class Row;
class Result {};
class DrogonDbException {};
class Transaction;

namespace internal {
struct [[nodiscard]] SqlAwaiter : CallbackAwaiter<Result> {};
struct [[nodiscard]] TransactionAwaiter
    : CallbackAwaiter<std::shared_ptr<Transaction>> {};

class SqlBinder {
public:
  ~SqlBinder();
  template <typename T> SqlBinder &operator<<(T &&parameter);
  SqlBinder &operator<<(const Mode &mode);
  SqlBinder &operator<<(Mode &&mode);
  template <typename Function> SqlBinder &operator>>(Function &&) {
    return *this;
  }
  void exec() noexcept(false);
};
} // namespace internal

class DbClient {
public:
  virtual ~DbClient();
  template <typename Function1, typename Function2, typename... Arguments>
  void execSqlAsync(const std::string &, Function1 &&, Function2 &&,
                    Arguments &&...) noexcept {}
  template <typename... Arguments>
  std::future<Result> execSqlAsyncFuture(const std::string &sql,
                                         Arguments &&...args) noexcept;
  template <typename... Arguments>
  Result execSqlSync(const std::string &sql,
                     Arguments &&...args) noexcept(false);
  template <typename... Arguments>
  internal::SqlAwaiter execSqlCoro(const std::string &sql,
                                   Arguments &&...args) noexcept;
  internal::SqlBinder operator<<(const std::string &sql);
  virtual std::shared_ptr<Transaction>
  newTransaction(const std::function<void(bool)> &commitCallback = {},
                 TransactionType transType = TransactionType::Deferred)
      noexcept(false) = 0;
  std::shared_ptr<Transaction>
  newTransaction(TransactionType transType) noexcept(false);
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<Transaction> &)> &callback,
      TransactionType transType = TransactionType::Deferred) = 0;
  internal::TransactionAwaiter
  newTransactionCoro(TransactionType transType = TransactionType::Deferred);
};
using DbClientPtr = std::shared_ptr<DbClient>;

class Transaction : public DbClient {};
} // namespace drogon::orm
