// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of redis-plus-plus 1.3;
// not the library.
// Of a command with several forms it has the first.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace sw::redis {

using StringView = std::string_view;
using View = const StringView &;
using Cursor = long long;
template <class T> using Optional = std::optional<T>;
using OptionalString = Optional<std::string>;
using OptionalLongLong = Optional<long long>;
using OptionalDouble = Optional<double>;
using OptionalStringPair = Optional<std::pair<std::string, std::string>>;
struct redisReply;
using ReplyUPtr = std::unique_ptr<redisReply>;
enum class BitOp { AND };
enum class GeoUnit { M };
enum class HSetExOption { ALWAYS };
enum class InsertPosition { BEFORE };
enum class ListWhence { LEFT };
enum class UpdateType { ALWAYS };
enum class XtrimStrategy { MAXLEN };

class Connection;
class ConnectionOptions;
class QueuedReplies;

class Subscriber {
public:
  void subscribe(View);
  void unsubscribe(View);
  void psubscribe(View);
  void punsubscribe(View);
  void ssubscribe(View);
  void sunsubscribe(View);
  void consume();
};

template <class Impl> class QueuedRedis {
public:
  QueuedRedis &get(View);
  QueuedReplies exec();
  void discard();
};
class PipelineImpl;
class TransactionImpl;
using Pipeline = QueuedRedis<PipelineImpl>;
using Transaction = QueuedRedis<TransactionImpl>;

class ConnectionPool {
public:
  Connection fetch();
  Connection create();
};

// The commands that a server and a cluster share.
class Commands {
public:
  template <class... Args> ReplyUPtr command(View, Args &&...);
  long long del(View);
  OptionalString dump(View);
  long long exists(View);
  bool expire(View, long long);
  bool expireat(View, long long);
  bool persist(View);
  bool pexpire(View, long long);
  bool pexpireat(View, long long);
  long long pttl(View);
  void rename(View, View);
  bool renamenx(View, View);
  void restore(View, View, long long, bool);
  long long touch(View);
  long long ttl(View);
  std::string type(View);
  long long unlink(View);
  long long append(View, View);
  long long bitcount(View, long long, long long);
  long long bitop(BitOp, View, View);
  long long bitpos(View, long long, long long, long long);
  long long decr(View);
  long long decrby(View, long long);
  OptionalString get(View);
  long long getbit(View, long long);
  std::string getrange(View, long long, long long);
  OptionalString getset(View, View);
  long long incr(View);
  long long incrby(View, long long);
  double incrbyfloat(View, double);
  template <class Input, class Output> void mget(Input, Input, Output);
  template <class Input> void mset(Input, Input);
  template <class Input> bool msetnx(Input, Input);
  void psetex(View, long long, View);
  bool set(View, View, const std::chrono::milliseconds &, UpdateType);
  OptionalString set_with_get_option(View, View, const std::chrono::milliseconds &, UpdateType);
  void setex(View, long long, View);
  bool setnx(View, View);
  long long setrange(View, long long, View);
  long long strlen(View);
  OptionalStringPair blpop(View, long long);
  OptionalStringPair brpop(View, long long);
  OptionalString brpoplpush(View, View, long long);
  OptionalString lindex(View, long long);
  long long linsert(View, InsertPosition, View, View);
  long long llen(View);
  OptionalString lpop(View);
  long long lpush(View, View);
  long long lpushx(View, View);
  template <class Output> void lrange(View, long long, long long, Output);
  long long lrem(View, long long, View);
  void lset(View, long long, View);
  void ltrim(View, long long, long long);
  OptionalString rpop(View);
  OptionalString rpoplpush(View, View);
  long long rpush(View, View);
  long long rpushx(View, View);
  template <class Output, class Input>
  Optional<std::pair<std::string, Output>> lmpop(Input, Input, ListWhence, long long);
  OptionalString lmove(View, View, ListWhence, ListWhence);
  OptionalString blmove(View, View, ListWhence, ListWhence, const std::chrono::seconds &);
  long long hdel(View, View);
  bool hexists(View, View);
  OptionalString hget(View, View);
  template <class Output> void hgetall(View, Output);
  long long hincrby(View, View, long long);
  double hincrbyfloat(View, View, double);
  template <class Output> void hkeys(View, Output);
  long long hlen(View);
  template <class Input, class Output> void hmget(View, Input, Input, Output);
  template <class Input> void hmset(View, Input, Input);
  template <class Output> Cursor hscan(View, Cursor, View, long long, Output);
  long long hset(View, View, View);
  template <class Input> long long hsetex(View, Input, Input, bool, HSetExOption);
  template <class Input, class Output> void httl(View, Input, Input, Output);
  template <class Input, class Output> void hpttl(View, Input, Input, Output);
  template <class Input, class Output> void hexpiretime(View, Input, Input, Output);
  template <class Input, class Output> void hpexpiretime(View, Input, Input, Output);
  template <class Input, class Output>
  void hpexpire(View, Input, Input, const std::chrono::milliseconds &, Output);
  bool hsetnx(View, View, View);
  long long hstrlen(View, View);
  template <class Output> void hvals(View, Output);
  long long sadd(View, View);
  long long scard(View);
  template <class Input, class Output> void sdiff(Input, Input, Output);
  long long sdiffstore(View, View);
  template <class Input, class Output> void sinter(Input, Input, Output);
  long long sinterstore(View, View);
  bool sismember(View, View);
  template <class Output> void smembers(View, Output);
  bool smove(View, View, View);
  OptionalString spop(View);
  OptionalString srandmember(View);
  long long srem(View, View);
  template <class Output> Cursor sscan(View, Cursor, View, long long, Output);
  template <class Input, class Output> void sunion(Input, Input, Output);
  long long sunionstore(View, View);
  Optional<std::tuple<std::string, std::string, double>> bzpopmax(View, long long);
  Optional<std::tuple<std::string, std::string, double>> bzpopmin(View, long long);
  long long zadd(View, View, double, UpdateType, bool);
  long long zcard(View);
  template <class Interval> long long zcount(View, const Interval &);
  double zincrby(View, double, View);
  long long zinterstore(View, View, double);
  template <class Interval> long long zlexcount(View, const Interval &);
  Optional<std::pair<std::string, double>> zpopmax(View);
  Optional<std::pair<std::string, double>> zpopmin(View);
  template <class Output> void zrange(View, long long, long long, Output);
  template <class Interval, class Output> void zrangebylex(View, const Interval &, Output);
  template <class Interval, class Output> void zrangebyscore(View, const Interval &, Output);
  OptionalLongLong zrank(View, View);
  long long zrem(View, View);
  template <class Interval> long long zremrangebylex(View, const Interval &);
  long long zremrangebyrank(View, long long, long long);
  template <class Interval> long long zremrangebyscore(View, const Interval &);
  template <class Output> void zrevrange(View, long long, long long, Output);
  template <class Interval, class Output> void zrevrangebylex(View, const Interval &, Output);
  template <class Interval, class Output> void zrevrangebyscore(View, const Interval &, Output);
  OptionalLongLong zrevrank(View, View);
  template <class Output> Cursor zscan(View, Cursor, View, long long, Output);
  OptionalDouble zscore(View, View);
  long long zunionstore(View, View, double);
  bool pfadd(View, View);
  long long pfcount(View);
  void pfmerge(View, View);
  long long geoadd(View, const std::tuple<StringView, double, double> &);
  OptionalDouble geodist(View, View, View, GeoUnit);
  OptionalString geohash(View, View);
  Optional<std::pair<double, double>> geopos(View, View);
  OptionalLongLong georadius(View, const std::pair<double, double> &, double, GeoUnit, View, bool,
                             long long);
  OptionalLongLong georadiusbymember(View, View, double, GeoUnit, View, bool, long long);
  template <class Result, class Keys, class Args> Result eval(View, Keys, Keys, Args, Args);
  template <class Result, class Keys, class Args> Result evalsha(View, Keys, Keys, Args, Args);
  template <class Result, class Keys, class Args> Result fcall(View, Keys, Keys, Args, Args);
  template <class Result, class Keys, class Args> Result fcall_ro(View, Keys, Keys, Args, Args);
  long long publish(View, View);
  long long spublish(View, View);
  long long xack(View, View, View);
  template <class Input> std::string xadd(View, View, Input, Input);
  template <class Output>
  void xclaim(View, View, View, const std::chrono::milliseconds &, View, Output);
  long long xdel(View, View);
  void xgroup_create(View, View, View, bool);
  void xgroup_setid(View, View, View);
  long long xgroup_destroy(View, View);
  long long xgroup_delconsumer(View, View, View);
  long long xlen(View);
  template <class Output>
  std::tuple<long long, OptionalString, OptionalString> xpending(View, View, Output);
  template <class Output> void xrange(View, View, View, Output);
  template <class Output> void xread(View, View, long long, Output);
  template <class Output> void xreadgroup(View, View, View, View, long long, bool, Output);
  template <class Output> void xrevrange(View, View, View, Output);
  long long xtrim(View, long long, bool, XtrimStrategy);
};

class Redis : public Commands {
public:
  explicit Redis(const std::string &);
  Pipeline pipeline(bool = true);
  Transaction transaction(bool = false, bool = true);
  Subscriber subscriber();
  void auth(View);
  std::string echo(View);
  std::string ping();
  void swapdb(long long, long long);
  void bgrewriteaof();
  std::string bgsave();
  long long dbsize();
  void flushall(bool);
  void flushdb(bool);
  std::string info();
  long long lastsave();
  void save();
  template <class Output> void keys(View, Output);
  bool move(View, long long);
  OptionalString randomkey();
  template <class Output> Cursor scan(Cursor, View, long long, Output);
  long long wait(long long, long long);
  bool script_exists(View);
  void script_flush();
  void script_kill();
  std::string script_load(View);
  std::string function_load(View, bool);
  void function_delete(View);
  void watch(View);
  void unwatch();
};

class RedisCluster : public Commands {
public:
  explicit RedisCluster(const std::string &);
  Redis redis(View, bool = true);
  Subscriber subscriber();
  template <class Callback> void for_each(Callback &&);
};

} // namespace sw::redis
