// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack libpq %s
// Verified against: libpq-dev
#include <postgresql/libpq-fe.h>

// What version 17 added: a stub of it.
extern "C" {
typedef struct pg_cancel_conn PGcancelConn;
int PQcancelStart(PGcancelConn *);
int PQcancelBlocking(PGcancelConn *);
PostgresPollingStatusType PQcancelPoll(PGcancelConn *);
PGresult *PQclosePrepared(PGconn *, const char *);
PGresult *PQclosePortal(PGconn *, const char *);
PGresult *PQchangePassword(PGconn *, const char *, const char *);
int PQsocketPoll(int, int, int, long);
}
