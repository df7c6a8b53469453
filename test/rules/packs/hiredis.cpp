// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack hiredis %s
// Verified against: libhiredis-dev
#include <hiredis/async.h>
#include <hiredis/hiredis.h>

// What came after version 0.14: a stub of hiredis 1.4.
#define REDIS_OPT_NONBLOCK 0x01
extern "C" {
struct redisOptions;
struct redisSSLContext;
struct ssl_st;
typedef void(redisAsyncPushFn)(redisAsyncContext *, void *);
redisContext *redisConnectWithOptions(const redisOptions *);
redisAsyncContext *redisAsyncConnectWithOptions(const redisOptions *);
int redisAsyncSetConnectCallbackNC(redisAsyncContext *, void (*)(redisAsyncContext *, int));
redisAsyncPushFn *redisAsyncSetPushCallback(redisAsyncContext *, redisAsyncPushFn *);
int redisInitiateSSL(redisContext *, ssl_st *);
int redisInitiateSSLWithContext(redisContext *, redisSSLContext *);
}
