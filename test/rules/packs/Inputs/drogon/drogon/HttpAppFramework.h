// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/HttpClient.h"
#include "drogon/HttpTypes.h"
#include "drogon/nosql/RedisClient.h"
#include "drogon/orm/DbClient.h"
#include "drogon/utils/coroutine.h"

namespace trantor {
class InetAddress;
}

namespace drogon {
enum HttpMethod { Get = 0, Post };
using AdviceCallback = std::function<void(const HttpResponsePtr &)>;
using DefaultHandler = std::function<void(
    const HttpRequestPtr &, std::function<void(const HttpResponsePtr &)> &&)>;
using ExceptionHandler = std::function<void(
    const std::exception &, const HttpRequestPtr &,
    std::function<void(const HttpResponsePtr &)> &&)>;
using AdviceSessionCallback = std::function<void(const std::string &)>;
namespace internal {
struct HttpConstraint {
  HttpConstraint(HttpMethod method);
};
} // namespace internal

class HttpAppFramework {
public:
  static HttpAppFramework &instance();
  virtual void run() = 0;
  virtual trantor::EventLoop *getLoop() const = 0;
  virtual trantor::EventLoop *getIOLoop(std::size_t id) const = 0;
  virtual orm::DbClientPtr getDbClient(const std::string &name = "default") = 0;
  virtual nosql::RedisClientPtr
  getRedisClient(const std::string &name = "default") = 0;

  template <typename Function>
  HttpAppFramework &
  registerHandler(const std::string &, Function &&,
                  const std::vector<internal::HttpConstraint> & = {},
                  const std::string & = "") {
    return *this;
  }
  template <typename Function>
  HttpAppFramework &
  registerHandlerViaRegex(const std::string &, Function &&,
                          const std::vector<internal::HttpConstraint> & = {},
                          const std::string & = "") {
    return *this;
  }
  virtual HttpAppFramework &setDefaultHandler(DefaultHandler handler) = 0;
  virtual HttpAppFramework &setExceptionHandler(ExceptionHandler handler) = 0;
  virtual HttpAppFramework &registerNewConnectionAdvice(
      const std::function<bool(const trantor::InetAddress &,
                               const trantor::InetAddress &)> &advice) = 0;
  virtual HttpAppFramework &registerHttpResponseCreationAdvice(
      const std::function<void(const HttpResponsePtr &)> &advice) = 0;
  virtual HttpAppFramework &registerSyncAdvice(
      const std::function<HttpResponsePtr(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPostRoutingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPreHandlingAdvice(
      const std::function<void(const HttpRequestPtr &)> &advice) = 0;
  virtual HttpAppFramework &registerPostHandlingAdvice(
      const std::function<void(const HttpRequestPtr &, const HttpResponsePtr &)>
          &advice) = 0;
  virtual HttpAppFramework &registerPreSendingAdvice(
      const std::function<void(const HttpRequestPtr &, const HttpResponsePtr &)>
          &advice) = 0;
  virtual HttpAppFramework &
  registerSessionStartAdvice(const AdviceSessionCallback &advice) = 0;
  virtual HttpAppFramework &
  registerSessionDestroyAdvice(const AdviceSessionCallback &advice) = 0;
  virtual void
  forward(const HttpRequestPtr &req,
          std::function<void(const HttpResponsePtr &)> &&callback,
          const std::string &hostString = "", double timeout = 0) = 0;
};

inline HttpAppFramework &app() { return HttpAppFramework::instance(); }
} // namespace drogon
