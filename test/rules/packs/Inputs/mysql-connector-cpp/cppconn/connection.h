// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of MySQL Connector/C++ 8.3;
// not the library.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace sql {

using SQLString = std::string;
using ConnectOptionsMap = std::map<SQLString, SQLString>;
enum enum_transaction_isolation { TRANSACTION_NONE };
class Savepoint;

class ResultSet {
public:
  virtual ~ResultSet() {}
  virtual bool next() = 0;
};

class Statement {
public:
  virtual ~Statement() {}
  virtual bool execute(const SQLString &) = 0;
  virtual ResultSet *executeQuery(const SQLString &) = 0;
  virtual int executeUpdate(const SQLString &) = 0;
  virtual bool getMoreResults() = 0;
  virtual ResultSet *getResultSet() = 0;
};

class PreparedStatement : public Statement {
public:
  virtual bool execute() = 0;
  virtual ResultSet *executeQuery() = 0;
  virtual int executeUpdate() = 0;
  virtual bool getMoreResults() = 0;
  virtual void setString(unsigned, const SQLString &) = 0;
};

class Connection {
public:
  virtual ~Connection() {}
  virtual Statement *createStatement() = 0;
  virtual void close() = 0;
  virtual void commit() = 0;
  virtual SQLString getCatalog() = 0;
  virtual SQLString getSchema() = 0;
  virtual bool isValid() = 0;
  virtual bool reconnect() = 0;
  virtual PreparedStatement *prepareStatement(const SQLString &) = 0;
  virtual void releaseSavepoint(Savepoint *) = 0;
  virtual void rollback() = 0;
  virtual void setAutoCommit(bool) = 0;
  virtual void setCatalog(const SQLString &) = 0;
  virtual void setSchema(const SQLString &) = 0;
  virtual Savepoint *setSavepoint(const SQLString &) = 0;
  virtual void setTransactionIsolation(enum_transaction_isolation) = 0;
};

class Driver {
public:
  virtual ~Driver() {}
  virtual Connection *connect(const SQLString &, const SQLString &, const SQLString &) = 0;
  virtual Connection *connect(ConnectOptionsMap &) = 0;
};

} // namespace sql
