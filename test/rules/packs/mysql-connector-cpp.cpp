// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack mysql-connector-cpp %s -I%S/Inputs/mysql-connector-cpp
// Verified against: a stub of MySQL Connector/C++ 8.3
#include <cppconn/connection.h>
#include <mysqlx/xdevapi.h>
