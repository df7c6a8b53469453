// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace drogon {
enum class ReqResult { Ok, BadResponse, NetworkFailure, BadServerAddress, Timeout };

class HttpRequest {
public:
  const std::string &path() const;
};
using HttpRequestPtr = std::shared_ptr<HttpRequest>;

class HttpResponse {
public:
  static std::shared_ptr<HttpResponse> newHttpResponse();
  void setBody(const std::string &body);
};
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;

class HttpException : public std::exception {};
} // namespace drogon
