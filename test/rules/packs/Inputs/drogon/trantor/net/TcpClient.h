// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of Trantor of May
// 2026, which Drogon 1.9.13 uses; not the library.
#pragma once

#include "trantor/net/TcpServer.h"

namespace trantor {
class TcpClient {
public:
  void setConnectionCallback(const ConnectionCallback &cb);
  void setConnectionCallback(ConnectionCallback &&cb);
  void setConnectionErrorCallback(const ConnectionErrorCallback &cb);
  void setMessageCallback(const RecvMessageCallback &cb);
  void setMessageCallback(RecvMessageCallback &&cb);
  void setWriteCompleteCallback(const WriteCompleteCallback &cb);
  void setWriteCompleteCallback(WriteCompleteCallback &&cb);
};
} // namespace trantor
