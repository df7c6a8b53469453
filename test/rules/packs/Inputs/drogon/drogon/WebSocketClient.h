// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Drogon 1.9.13;
// not the library.
#pragma once

#include "drogon/HttpTypes.h"
#include "drogon/utils/coroutine.h"

namespace drogon {
class WebSocketClient;
using WebSocketClientPtr = std::shared_ptr<WebSocketClient>;
using WebSocketRequestCallback = std::function<void(
    ReqResult, const HttpResponsePtr &, const WebSocketClientPtr &)>;

class WebSocketClient {
public:
  virtual void setMessageHandler(
      const std::function<void(std::string &&message,
                               const WebSocketClientPtr &)> &callback) = 0;
  virtual void setConnectionClosedHandler(
      const std::function<void(const WebSocketClientPtr &)> &callback) = 0;
  virtual void connectToServer(const HttpRequestPtr &request,
                               const WebSocketRequestCallback &callback) = 0;
};
} // namespace drogon
