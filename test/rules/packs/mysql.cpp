// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack mysql %s
// Verified against: libmariadb-dev
#include <mariadb/mysql.h>

extern "C" {
// What mariadb_rpl.h declares, which needs a header that Debian leaves out.
struct MARIADB_RPL;
struct MARIADB_RPL_EVENT;
int mariadb_rpl_open(MARIADB_RPL *);
MARIADB_RPL_EVENT *mariadb_rpl_fetch(MARIADB_RPL *, MARIADB_RPL_EVENT *);

// What only MySQL has: a stub of version 8.0.
struct MYSQL_RPL;
MYSQL *mysql_real_connect_dns_srv(MYSQL *, const char *, const char *, const char *, const char *,
                                  unsigned long);
int mysql_binlog_open(MYSQL *, MYSQL_RPL *);
int mysql_binlog_fetch(MYSQL *, MYSQL_RPL *);
}
