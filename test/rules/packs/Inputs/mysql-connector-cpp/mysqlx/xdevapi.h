// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of MySQL Connector/C++ 8.3;
// not the library.
#pragma once
#include <cstdint>
#include <list>
#include <string>

namespace mysqlx {
inline namespace abi2 {
inline namespace r0 {

using string = std::string;
class Client;
class DbDoc;
class Result;
class Row;
class Schema;
class SessionSettings;
class Value;

class RowResult {
public:
  Row fetchOne();
  std::list<Row> fetchAll();
  std::uint64_t count();
};

class SqlResult : public RowResult {
public:
  bool nextResult();
};

class DocResult {
public:
  DbDoc fetchOne();
  std::list<DbDoc> fetchAll();
  std::uint64_t count();
};

template <class Res, class Op> class Executable {
public:
  virtual ~Executable() {}
  virtual Res execute();
};

class SqlStatement : public Executable<SqlResult, SqlStatement> {
public:
  template <class... Values> SqlStatement &bind(Values &&...);
};
class TableSelect : public Executable<RowResult, TableSelect> {
public:
  Executable<RowResult, TableSelect> &where(const string &);
};
class CollectionFind : public Executable<DocResult, CollectionFind> {};

class Collection {
public:
  Collection(const Schema &, const string &);
  bool existsInDatabase() const;
  std::uint64_t count();
  CollectionFind find(const string &);
  DbDoc getOne(const string &);
  Result removeOne(const string &);
  Result replaceOne(const string &, Value &&);
  Result addOrReplaceOne(const string &, Value &&);
  void createIndex(const string &, const string &);
  void dropIndex(const string &);
};

class Table {
public:
  Table(const Schema &, const string &);
  bool existsInDatabase() const;
  bool isView();
  std::uint64_t count();
  template <class... Columns> TableSelect select(const Columns &...);
};

class Session;

class Schema {
public:
  Schema(Session &, const string &);
  bool existsInDatabase() const;
  Collection createCollection(const string &);
  template <class... Rest> void modifyCollection(const string &, Rest &&...);
  Collection getCollection(const string &, bool = false);
  Table getTable(const string &, bool = false);
  Table getCollectionAsTable(const string &, bool = true);
  void dropCollection(const string &);
};

class Session {
public:
  Session(SessionSettings);
  template <class... Options> Session(Options...);
  Session(Session &&);
  Session(Client &);
  Schema createSchema(const string &, bool = false);
  Schema getSchema(const string &, bool = false);
  void dropSchema(const string &);
  SqlStatement sql(const string &);
  void startTransaction();
  void commit();
  void rollback();
  void rollbackTo(const string &);
  string setSavepoint(const string &);
  void releaseSavepoint(const string &);
  void close();
};

class Client {
public:
  Session getSession();
};

} // namespace r0
} // namespace abi2
} // namespace mysqlx
