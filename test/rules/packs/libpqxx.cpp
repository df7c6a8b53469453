// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack libpqxx %s
// Verified against: libpqxx-dev
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pqxx/largeobject>
#include <pqxx/pqxx>
#include <pqxx/transactor>

// What came after version 6: a stub of libpqxx 7.10.
namespace pqxx {
inline namespace newer {

class connection {
public:
  explicit connection(const char *);
  connection(connection &&);
  void set_client_encoding(const char *) &;
  template <class T> void set_session_var(std::string_view, const T &) &;
  std::string get_var(std::string_view);
  template <class T> T get_var_as(std::string_view);
  int get_notifs();
  int await_notification();
  int await_notification(std::time_t, long = 0);
  void listen(std::string_view, std::function<void()> = {});
  std::string encrypt_password(const char *, const char *, const char * = nullptr);
  void prepare(const char *, const char *) &;
  void unprepare(std::string_view);
  void cancel_query();
  void set_variable(std::string_view, std::string_view) &;
  std::string get_variable(std::string_view);
};

class transaction_base {
public:
  template <class... Types> auto query(std::string_view);
  template <class Type> Type query_value(std::string_view);
  template <class... Types> std::tuple<Types...> query1(std::string_view);
  template <class... Types> std::optional<std::tuple<Types...>> query01(std::string_view);
  template <class... Types> auto query_n(int, std::string_view);
  template <class... Types> auto stream(std::string_view) &;
  template <class Callable> void for_query(std::string_view, Callable &&);
  template <class Callable> auto for_stream(std::string_view, Callable &&);
  template <class Callable> auto for_each(std::string_view, Callable &&);
  void notify(std::string_view, std::string_view = {});
};

class result {
public:
  template <class Callable> void for_each(Callable &&) const;
};

class stream_from {
public:
  static stream_from query(transaction_base &, std::string_view);
  static stream_from table(transaction_base &, std::initializer_list<std::string_view>);
  static stream_from raw_table(transaction_base &, std::string_view);
  const std::vector<std::string_view> *read_row() &;
};

class stream_to {
public:
  static stream_to table(transaction_base &, std::initializer_list<std::string_view>);
  static stream_to raw_table(transaction_base &, std::string_view);
  template <class Row> void write_row(const Row &);
  template <class... Fields> void write_values(const Fields &...);
};

class blob {
public:
  static oid create(dbtransaction &, oid = 0);
  static void remove(dbtransaction &, oid);
  static blob open_r(dbtransaction &, oid);
  static blob open_w(dbtransaction &, oid);
  static blob open_rw(dbtransaction &, oid);
  std::size_t read(std::basic_string<std::byte> &, std::size_t);
  template <class Data> void write(const Data &);
  void resize(std::int64_t);
  std::int64_t tell() const;
  std::int64_t seek_abs(std::int64_t = 0);
  std::int64_t seek_rel(std::int64_t = 0);
  std::int64_t seek_end(std::int64_t = 0);
  static oid from_buf(dbtransaction &, std::string_view, oid = 0);
  static void append_from_buf(dbtransaction &, std::string_view, oid);
  static void to_buf(dbtransaction &, oid, std::string &, std::size_t);
  static std::size_t append_to_buf(dbtransaction &, oid, std::int64_t, std::string &, std::size_t);
  static oid from_file(dbtransaction &, const char *);
  static void to_file(dbtransaction &, oid, const char *);
  void close();
};

} // namespace newer
} // namespace pqxx
