// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/HttpTypes.h"
#include "drogon/utils/coroutine.h"
#include <utility>

namespace drogon {
namespace internal {
struct [[nodiscard]] HttpRespAwaiter : CallbackAwaiter<HttpResponsePtr> {};
} // namespace internal

class HttpClient {
public:
  virtual void sendRequest(const HttpRequestPtr &req,
                           const HttpReqCallback &callback,
                           double timeout = 0) = 0;
  virtual void sendRequest(const HttpRequestPtr &req,
                           HttpReqCallback &&callback, double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr &req,
                                                    double timeout = 0);
  internal::HttpRespAwaiter sendRequestCoro(HttpRequestPtr req,
                                            double timeout = 0);
};
using HttpClientPtr = std::shared_ptr<HttpClient>;
} // namespace drogon
