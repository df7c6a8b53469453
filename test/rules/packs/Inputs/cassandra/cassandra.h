// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of cpp-driver 2.17;
// not the library.
#pragma once
#include <cstddef>
#include <cstdint>

typedef struct CassCluster_ CassCluster;
typedef struct CassSession_ CassSession;
typedef struct CassStatement_ CassStatement;
typedef struct CassFuture_ CassFuture;
typedef struct CassResult_ CassResult;
typedef struct CassErrorResult_ CassErrorResult;
typedef struct CassPrepared_ CassPrepared;
typedef struct CassNode_ CassNode;
typedef struct CassUuid_ CassUuid;

typedef enum { cass_false, cass_true } cass_bool_t;
typedef uint8_t cass_byte_t;
typedef uint64_t cass_duration_t;
typedef enum CassError_ { CASS_OK } CassError;
typedef void (*CassFutureCallback)(CassFuture *, void *);

extern "C" {
CassFuture *cass_session_connect(CassSession *, const CassCluster *);
CassFuture *cass_session_execute(CassSession *, const CassStatement *);
CassFuture *cass_session_close(CassSession *);
void cass_session_free(CassSession *);

CassError cass_future_set_callback(CassFuture *, CassFutureCallback, void *);
cass_bool_t cass_future_ready(CassFuture *);
void cass_future_wait(CassFuture *);
cass_bool_t cass_future_wait_timed(CassFuture *, cass_duration_t);
const CassResult *cass_future_get_result(CassFuture *);
const CassErrorResult *cass_future_get_error_result(CassFuture *);
const CassPrepared *cass_future_get_prepared(CassFuture *);
CassError cass_future_error_code(CassFuture *);
void cass_future_error_message(CassFuture *, const char **, size_t *);
CassError cass_future_tracing_id(CassFuture *, CassUuid *);
size_t cass_future_custom_payload_item_count(CassFuture *);
CassError cass_future_custom_payload_item(CassFuture *, size_t, const char **, size_t *,
                                          const cass_byte_t **, size_t *);
const CassNode *cass_future_coordinator(CassFuture *);
}
