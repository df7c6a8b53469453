// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include "trantor/net/EventLoop.h"
#include <memory>

namespace trantor {
class MsgBuffer;
class TcpConnection;
using TcpConnectionPtr = std::shared_ptr<TcpConnection>;
using RecvMessageCallback =
    std::function<void(const TcpConnectionPtr &, MsgBuffer *)>;
using ConnectionCallback = std::function<void(const TcpConnectionPtr &)>;
using WriteCompleteCallback = std::function<void(const TcpConnectionPtr &)>;
using ConnectionErrorCallback = std::function<void()>;

class TcpServer {
public:
  void setRecvMessageCallback(const RecvMessageCallback &cb);
  void setRecvMessageCallback(RecvMessageCallback &&cb);
  void setConnectionCallback(const ConnectionCallback &cb);
  void setConnectionCallback(ConnectionCallback &&cb);
  void setWriteCompleteCallback(const WriteCompleteCallback &cb);
  void setWriteCompleteCallback(WriteCompleteCallback &&cb);
};
} // namespace trantor
