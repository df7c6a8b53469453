// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack drogon %s -I%S/Inputs/drogon
// Verified against: a stub of Drogon 1.9.13 and the Trantor that it uses
#include <drogon/MultiPart.h>
#include <drogon/WebSocketClient.h>
#include <drogon/drogon.h>
#include <drogon/nosql/RedisClient.h>
#include <drogon/orm/BaseBuilder.h>
#include <drogon/orm/CoroMapper.h>
#include <drogon/orm/DbListener.h>
#include <trantor/net/EventLoopThreadPool.h>
#include <trantor/net/Resolver.h>
#include <trantor/net/TcpClient.h>
#include <trantor/net/TcpServer.h>
#include <trantor/utils/ConcurrentTaskQueue.h>
#include <trantor/utils/SerialTaskQueue.h>
