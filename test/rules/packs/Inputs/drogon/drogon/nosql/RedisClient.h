// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/utils/coroutine.h"
#include <memory>
#include <string>
#include <string_view>

namespace drogon::nosql {
class RedisResult {
public:
  std::string asString() const;
};
class RedisException {};
using RedisResultCallback = std::function<void(const RedisResult &)>;
using RedisExceptionCallback = std::function<void(const RedisException &)>;
using RedisMessageCallback =
    std::function<void(const std::string &channel, const std::string &message)>;

class RedisSubscriber {
public:
  virtual void subscribe(const std::string &channel,
                         RedisMessageCallback &&messageCallback) noexcept = 0;
  virtual void psubscribe(const std::string &pattern,
                          RedisMessageCallback &&messageCallback) noexcept = 0;
  virtual ~RedisSubscriber() = default;
};

namespace internal {
struct [[nodiscard]] RedisAwaiter : CallbackAwaiter<RedisResult> {};
} // namespace internal

class RedisTransaction;
class RedisClient {
public:
  virtual void execCommandAsync(RedisResultCallback &&resultCallback,
                                RedisExceptionCallback &&exceptionCallback,
                                std::string_view command, ...) noexcept = 0;
  template <typename T, typename... Args>
  T execCommandSync(std::function<T(const RedisResult &)> &&processFunc,
                    std::string_view command, Args &&...args);
  template <typename F, typename... Args>
  std::invoke_result_t<F, const RedisResult &>
  execCommandSync(F &&, std::string_view, Args &&...) {
    return {};
  }
  template <typename... Arguments>
  internal::RedisAwaiter execCommandCoro(std::string_view command,
                                         Arguments... args);
  virtual std::shared_ptr<RedisTransaction> newTransaction()
      noexcept(false) = 0;
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<RedisTransaction> &)>
          &callback) = 0;
  virtual ~RedisClient() = default;
};
using RedisClientPtr = std::shared_ptr<RedisClient>;
} // namespace drogon::nosql
