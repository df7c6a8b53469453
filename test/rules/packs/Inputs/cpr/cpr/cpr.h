// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of cpr 1.15.0; not the library.
#pragma once

#include <chrono>
#include <fstream>
#include <functional>
#include <future>
#include <vector>

namespace cpr {

class Response;
class WriteCallback;

template <typename T, bool isCancellable = false> class AsyncWrapper {
public:
  T get();
  bool valid() const noexcept;
  void wait() const;
  template <class Rep, class Period>
  std::future_status wait_for(const std::chrono::duration<Rep, Period> &timeout_duration) const;
  template <class Clock, class Duration>
  std::future_status wait_until(const std::chrono::time_point<Clock, Duration> &timeout_time) const;
};
using AsyncResponse = AsyncWrapper<Response>;

class ThreadPool {
public:
  virtual ~ThreadPool();
  int Start(std::size_t start_threads = 0);
  int Stop();
  void Wait();
  template <class Fn, class... Args> auto Submit(Fn &&fn, Args &&...args);
};

template <bool isCancellable = false, class Fn, class... Args> auto async(Fn &&fn, Args &&...args);

class Session {
public:
  long long GetDownloadFileLength();
  Response Delete();
  Response Download(const WriteCallback &write);
  Response Download(std::ofstream &file);
  Response Get();
  Response Head();
  Response Options();
  Response Patch();
  Response Post();
  Response Put();
  template <typename Then> auto GetCallback(Then then);
  template <typename Then> auto PostCallback(Then then);
  template <typename Then> auto PutCallback(Then then);
  template <typename Then> auto HeadCallback(Then then);
  template <typename Then> auto DeleteCallback(Then then);
  template <typename Then> auto OptionsCallback(Then then);
  template <typename Then> auto PatchCallback(Then then);
};

class MultiPerform {
public:
  std::vector<Response> Get();
  std::vector<Response> Delete();
  template <typename... DownloadArgTypes>
  std::vector<Response> Download(DownloadArgTypes... args);
  std::vector<Response> Put();
  std::vector<Response> Head();
  std::vector<Response> Options();
  std::vector<Response> Patch();
  std::vector<Response> Post();
  std::vector<Response> Perform();
};

template <typename... Ts> Response Get(Ts &&...ts);
template <typename... Ts> Response Post(Ts &&...ts);
template <typename... Ts> Response Put(Ts &&...ts);
template <typename... Ts> Response Head(Ts &&...ts);
template <typename... Ts> Response Delete(Ts &&...ts);
template <typename... Ts> Response Options(Ts &&...ts);
template <typename... Ts> Response Patch(Ts &&...ts);
template <typename... Ts> Response Download(std::ofstream &file, Ts &&...ts);
template <typename... Ts> Response Download(const WriteCallback &write, Ts &&...ts);
template <typename Then, typename... Ts> auto GetCallback(Then then, Ts... ts);
template <typename Then, typename... Ts> auto PostCallback(Then then, Ts... ts);
template <typename Then, typename... Ts> auto PutCallback(Then then, Ts... ts);
template <typename Then, typename... Ts> auto HeadCallback(Then then, Ts... ts);
template <typename Then, typename... Ts> auto DeleteCallback(Then then, Ts... ts);
template <typename Then, typename... Ts> auto OptionsCallback(Then then, Ts... ts);
template <typename Then, typename... Ts> auto PatchCallback(Then then, Ts... ts);
template <typename... Ts> std::vector<Response> MultiGet(Ts &&...ts);
template <typename... Ts> std::vector<Response> MultiDelete(Ts &&...ts);
template <typename... Ts> std::vector<Response> MultiPut(Ts &&...ts);
template <typename... Ts> std::vector<Response> MultiHead(Ts &&...ts);
template <typename... Ts> std::vector<Response> MultiOptions(Ts &&...ts);
template <typename... Ts> std::vector<Response> MultiPatch(Ts &&...ts);
template <typename... Ts> std::vector<Response> MultiPost(Ts &&...ts);

} // namespace cpr
