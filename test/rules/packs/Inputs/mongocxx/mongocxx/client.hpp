// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of mongo-cxx-driver 4.5;
// not the library.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bsoncxx::v_noabi {
class document;
class value;
} // namespace bsoncxx::v_noabi

namespace mongocxx::v1 {

class bulk_write {
public:
  class result;
  std::optional<result> execute();
};

class client_bulk_write {
public:
  class options;
  class result;
  std::optional<result> execute(const options &);
};

class change_stream {
public:
  bsoncxx::v_noabi::document next();
  std::optional<bsoncxx::v_noabi::document> try_next();
};

class indexes {
public:
  class model;
  class cursor list();
  std::optional<std::string> create_one(const model &);
  bsoncxx::v_noabi::document create_many(const std::vector<model> &);
  void drop_one(std::string_view);
  void drop_all();
};

class search_indexes {
public:
  class model;
  class cursor list();
  std::string create_one(const model &);
  std::vector<std::string> create_many(const std::vector<model> &);
  void drop_one(std::string_view);
  void update_one(std::string_view, const bsoncxx::v_noabi::document &);
};

} // namespace mongocxx::v1

namespace mongocxx::v_noabi {

using bsoncxx::v_noabi::document;
using bsoncxx::v_noabi::value;
class pipeline;
class index_model;
class search_index_model;
namespace model {
class write;
}

class cursor {
public:
  class iterator {
  public:
    const document &operator*() const;
    iterator &operator++();
    void operator++(int);
    friend bool operator==(const iterator &, const iterator &);
  };
  iterator begin();
  iterator end();
};

class change_stream {
public:
  class iterator {
  public:
    const document &operator*() const;
    iterator &operator++();
    void operator++(int);
    friend bool operator==(const iterator &, const iterator &);
  };
  iterator begin() const;
  iterator end() const;
};

class client_session {
public:
  using with_transaction_cb = std::function<void(client_session *)>;
  void start_transaction();
  void commit_transaction();
  void abort_transaction();
  void with_transaction(with_transaction_cb);
};

class bulk_write {
public:
  bulk_write &append(const model::write &);
  std::optional<int> execute() const;
};

class index_view {
public:
  cursor list();
  std::optional<std::string> create_one(const index_model &);
  document create_many(const std::vector<index_model> &);
  void drop_one(std::string_view);
  void drop_all();
};

class search_index_view {
public:
  cursor list();
  std::string create_one(const search_index_model &);
  std::vector<std::string> create_many(const std::vector<search_index_model> &);
  void drop_one(std::string_view);
  void update_one(std::string_view, const document &);
};

class collection {
public:
  cursor aggregate(const pipeline &);
  class bulk_write create_bulk_write();
  std::optional<int> write(const model::write &);
  template <class Container> std::optional<int> bulk_write(const Container &);
  std::int64_t count_documents(const document &);
  std::int64_t estimated_document_count();
  document create_index(const document &);
  std::optional<int> delete_many(const document &);
  std::optional<int> delete_one(const document &);
  cursor distinct(std::string_view, const document &);
  void drop();
  cursor find(const document &);
  std::optional<int> find_one(const document &);
  std::optional<int> find_one_and_delete(const document &);
  std::optional<int> find_one_and_replace(const document &, const document &);
  std::optional<int> find_one_and_update(const document &, const document &);
  std::optional<int> insert_one(const document &);
  template <class Container> std::optional<int> insert_many(const Container &);
  cursor list_indexes() const;
  void rename(std::string_view, bool = false);
  std::optional<int> replace_one(const document &, const document &);
  std::optional<int> update_many(const document &, const document &);
  std::optional<int> update_one(const document &, const document &);
  index_view indexes();
  search_index_view search_indexes();
  change_stream watch();
};

namespace gridfs {

class uploader {
public:
  void write(const std::uint8_t *, std::size_t);
  int close();
  void abort();
};

class downloader {
public:
  std::size_t read(std::uint8_t *, std::size_t);
};

class bucket {
public:
  uploader open_upload_stream(std::string_view);
  uploader open_upload_stream_with_id(const value &, std::string_view);
  int upload_from_stream(std::string_view, std::istream *);
  void upload_from_stream_with_id(const value &, std::string_view, std::istream *);
  downloader open_download_stream(const value &);
  void download_to_stream(const value &, std::ostream *);
  void delete_file(const value &);
  cursor find(const document &);
};

} // namespace gridfs

class database {
public:
  cursor aggregate(const pipeline &);
  document run_command(const document &);
  class collection create_collection(std::string_view);
  void drop();
  bool has_collection(std::string_view) const;
  cursor list_collections();
  std::vector<std::string> list_collection_names();
  class collection collection(std::string_view) const;
  gridfs::bucket gridfs_bucket() const;
  change_stream watch();
};

class client {
public:
  class database database(std::string_view) const &;
  cursor list_databases() const;
  std::vector<std::string> list_database_names() const;
  client_session start_session();
  change_stream watch();
};

class pool {
public:
  class entry {
  public:
    client *operator->() const &;
    client &operator*() const &;
  };
  entry acquire();
  std::optional<entry> try_acquire();
};

class client_encryption {
public:
  value create_data_key(std::string);
  collection create_encrypted_collection(const database &, const std::string &);
  value encrypt(const value &);
  document encrypt_expression(const document &);
  value decrypt(const value &);
  int rewrap_many_datakey(const document &);
  int delete_key(const value &);
  std::optional<int> get_key(const value &);
  cursor get_keys();
  std::optional<int> add_key_alt_name(const value &, std::string_view);
  std::optional<int> remove_key_alt_name(const value &, std::string_view);
  std::optional<int> get_key_by_alt_name(std::string_view);
};

} // namespace mongocxx::v_noabi

namespace mongocxx {
using v_noabi::client;
using v_noabi::client_session;
using v_noabi::collection;
using v_noabi::cursor;
using v_noabi::database;
using v_noabi::pool;
} // namespace mongocxx
