// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack std %s -std=c++26 -stdlib=libstdc++
// RUN: %verify-pack std %s -std=c++26 -stdlib=libc++ -fexperimental-library
// Verified against: libstdc++-12-dev libc++-19-dev
#include <algorithm>
#include <any>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <exception>
#include <expected>
#include <execution>
#include <filesystem>
#include <forward_list>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <iterator>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <ranges>
#include <regex>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <sstream>
#include <stack>
#include <stop_token>
#include <string>
#include <syncstream>
#include <system_error>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

// A base of it has members only where it is specialized.
template struct std::atomic_ref<int>;

// What one of these versions does not have, or not yet: a stub of C++26.
namespace std {
inline namespace newer {

template <class R> class generator {};
void rcu_synchronize();
void rcu_barrier();

#ifndef __cpp_lib_move_only_function
template <class> class move_only_function;
template <class R, class... Args> class move_only_function<R(Args...)> {
public:
  template <class F> move_only_function(F &&);
};
#endif

#ifdef __GLIBCXX__
void atomic_flag_wait(const atomic_flag *, bool) noexcept;
void atomic_flag_wait_explicit(const atomic_flag *, bool, memory_order) noexcept;

template <class F, class... Args> constexpr auto bind_back(F &&, Args &&...);

template <class T, class E> class expected {
public:
  template <class F> constexpr auto and_then(F &&);
  template <class F> constexpr auto or_else(F &&);
  template <class F> constexpr auto transform(F &&);
  template <class F> constexpr auto transform_error(F &&);
};

template <class... Args> void print(const char *, Args &&...);
template <class... Args> void println(const char *, Args &&...);
void vprint_unicode(const char *);
void vprint_nonunicode(const char *);
#endif

} // namespace newer

namespace this_thread {
struct sync_wait_t {
  template <class Sender> auto operator()(Sender &&) const;
};
inline constexpr sync_wait_t sync_wait{}, sync_wait_with_variant{};
} // namespace this_thread

namespace ranges {
struct newer_algorithm {
  template <class Range, class... Rest> constexpr auto operator()(Range &&, Rest &&...) const;
};
inline constexpr newer_algorithm fold_left_first{}, fold_left_first_with_iter{}, fold_right{},
    fold_right_last{};
#ifdef __GLIBCXX__
inline constexpr newer_algorithm contains{}, ends_with{}, find_last{}, find_last_if{},
    find_last_if_not{}, fold_left{}, fold_left_with_iter{}, starts_with{};
#endif
} // namespace ranges

#ifdef __GLIBCXX__
namespace chrono {
struct tzdb;
struct tzdb_list;
struct time_zone;
const tzdb &get_tzdb();
tzdb_list &get_tzdb_list();
const time_zone *current_zone();
const time_zone *locate_zone(string_view);
const tzdb &reload_tzdb();
} // namespace chrono
#endif

} // namespace std

// The policies' own names in libstdc++.
#ifdef _LIBCPP_VERSION
namespace __pstl::execution {
class parallel_policy;
class parallel_unsequenced_policy;
} // namespace __pstl::execution
#endif
