// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/debug.h>
#include <tide/generator.h>
#include <tide/run.h>
#include <tide/time.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;

namespace app {

task<int> fetch(int value) { co_return value; }
task<std::map<std::string, std::vector<std::vector<int>>>> nested_result() {
  co_return {};
}
task<std::function<int(int)>> function_result() { co_return {}; }
auto trailing_result() -> task<int> { co_return 42; }
task<> function_arguments(std::function<task<int>(int)>, int (*)(int),
                          std::less<>) {
  co_return;
}
task<> lambda_handler() { co_return; }
template <class T> task<T> convert(T value) { co_return value; }
template <class Body> task<> call(Body) { co_return; }
template <int N, bool B> task<> numbers() { co_return; }

struct server {
  task<> serve(const std::string &) const & { co_return; }
  static task<> start() { co_return; }
  template <class T> task<T> answer(T value) noexcept { co_return value; }
  task<> operator()(int) { co_return; }
  struct connection {
    task<> close() { co_return; }
  };
};
template <class T> struct box {
  task<T> open() { co_return T(); }
  template <class U> task<U> open_as(U value) { co_return value; }
};

namespace {
task<> hidden() { co_return; }
template <class T> task<T> hidden_template(T value) { co_return value; }
struct hidden_server {
  task<> serve() { co_return; }
};
} // namespace

} // namespace app

task<> global() { co_return; }

namespace {

task<> unnamed_scope() { co_return; }
struct unnamed_scope_server {
  task<> serve() { co_return; }
};

/// The name of a task's coroutine, which is not run.
template <class T> std::string name_of(task<T> work) { return work.name(); }

TEST(coroutine_name, of_a_function_is_without_its_types) {
  EXPECT_EQ(name_of(app::fetch(1)), "app::fetch");
  EXPECT_EQ(name_of(app::nested_result()), "app::nested_result");
  EXPECT_EQ(name_of(app::function_result()), "app::function_result");
  EXPECT_EQ(name_of(app::trailing_result()), "app::trailing_result");
  EXPECT_EQ(name_of(app::function_arguments({}, nullptr, {})),
            "app::function_arguments");
  EXPECT_EQ(name_of(global()), "global");
}

TEST(coroutine_name, of_a_member_has_its_class) {
  app::server server;
  EXPECT_EQ(name_of(server.serve("x")), "app::server::serve");
  EXPECT_EQ(name_of(app::server::start()), "app::server::start");
  EXPECT_EQ(name_of(server(1)), "app::server::operator()");
  EXPECT_EQ(name_of(app::server::connection().close()),
            "app::server::connection::close");
  struct local {
    task<> work() { co_return; }
  };
  EXPECT_TRUE(name_of(local().work()).ends_with("::TestBody::local::work"))
      << name_of(local().work());
}

TEST(coroutine_name, of_a_template_is_without_its_arguments) {
  const std::vector<std::vector<int>> nested;
  EXPECT_EQ(name_of(app::convert(1)), "app::convert");
  EXPECT_EQ(name_of(app::convert(nested)), "app::convert");
  EXPECT_EQ(name_of(app::numbers<3, (2 > 1)>()), "app::numbers");
  EXPECT_EQ(name_of(app::server().answer(1)), "app::server::answer");
  EXPECT_EQ(name_of(app::server().answer(nested)), "app::server::answer");
  EXPECT_EQ(name_of(app::box<int>().open()), "app::box::open");
  EXPECT_EQ(name_of(app::box<std::vector<int>>().open_as(nested)),
            "app::box::open_as");
  EXPECT_EQ(name_of(app::call(unnamed_scope_server())), "app::call");
}

TEST(coroutine_name, is_without_unnamed_namespaces) {
  EXPECT_EQ(name_of(unnamed_scope()), "unnamed_scope");
  EXPECT_EQ(name_of(unnamed_scope_server().serve()),
            "unnamed_scope_server::serve");
  EXPECT_EQ(name_of(app::hidden()), "app::hidden");
  EXPECT_EQ(name_of(app::hidden_template(1)), "app::hidden_template");
  EXPECT_EQ(name_of(app::hidden_server().serve()), "app::hidden_server::serve");
}

TEST(coroutine_name, of_a_lambda_is_its_place) {
  const std::string place = "lambda at debug.cpp:";
  auto plain = []() -> task<> { co_return; };
  const int plain_line = __LINE__ - 1;
  EXPECT_EQ(name_of(plain()), place + std::to_string(plain_line));
  auto generic = [](auto) -> task<std::vector<int>> { co_return {}; };
  const int generic_line = __LINE__ - 1;
  EXPECT_EQ(name_of(generic(1)), place + std::to_string(generic_line));
  auto changing = [i = 0](int) mutable -> task<int> { co_return i++; };
  const int changing_line = __LINE__ - 1;
  EXPECT_EQ(name_of(changing(1)), place + std::to_string(changing_line));
}

TEST(coroutine_name, is_not_mistaken_for_a_lambda) {
  auto lambda = [] {};
  EXPECT_EQ(name_of(app::lambda_handler()), "app::lambda_handler");
  EXPECT_EQ(name_of(app::call(lambda)), "app::call");
  EXPECT_EQ(name_of(app::convert(lambda)), "app::convert");
  EXPECT_EQ(name_of(app::box<decltype(lambda) *>().open()), "app::box::open");
}

/// Runs \p main in debug mode on a virtual clock. Only what tests block for
/// longer than a heavy load would is slow.
template <class Main> debug_report observe(Main main, duration slow_step = 1h) {
  debug_report report;
  run(main(), {.debug = true,
               .slow_step = slow_step,
               .virtual_clock = true,
               .grace = 5s,
               .report = &report});
  return report;
}

task<> sleep(duration time) { co_await sleep_for(time); }

task<int> fail() {
  co_await yield_now();
  throw std::runtime_error("failed");
}

TEST(debug_report, is_clean_when_all_is_well) {
  const auto report = observe([]() -> task<> {
    auto sleeper = spawn(sleep(1s)), stopped = spawn(sleep(1s));
    co_await yield_now();
    stopped.cancel();
    co_await stopped.join();
    co_await sleeper;
    static_cast<void>(spawn(sleep(1h)));
  });
  EXPECT_TRUE(report.clean()) << report;
}

task<> block(std::chrono::milliseconds time) {
  // NOLINTNEXTLINE(async-blocking-call): the stall is what is tested
  std::this_thread::sleep_for(time);
  co_return;
}

TEST(debug_report, tells_of_the_coroutine_that_held_the_loop) {
  const auto report = observe(
      []() -> task<> {
        auto work = []() -> task<> {
          co_await sleep_for(1s);
          co_await block(30ms);
        };
        co_await spawn(work(), "task");
      },
      25ms);
  const auto found = std::find_if(
      report.stalls.begin(), report.stalls.end(),
      [](const auto &stall) { return stall.coroutine == "block"; });
  EXPECT_TRUE(found != report.stalls.end() && found->held >= 30ms) << report;
  EXPECT_FALSE(report.clean());
}

TEST(debug_report, does_not_take_waiting_for_a_stall) {
  auto main = []() -> task<> {
    for (int i = 0; i != 10; ++i)
      co_await sleep_for(1ms);
  };
  debug_report report;
  run(main(), {.debug = true, .slow_step = 1h, .report = &report});
  EXPECT_TRUE(report.stalls.empty()) << report;
}

TEST(debug_report, tells_of_stalls_in_debug_mode_only) {
  auto main = []() -> task<> { co_await block(2ms); };
  debug_report report;
  run(main(), {.debug = false, .slow_step = 1ms, .report = &report});
  EXPECT_TRUE(report.stalls.empty()) << report;
}

TEST(debug_report, tells_of_tasks_that_were_never_awaited) {
  const auto report = observe([]() -> task<> {
    {
      // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
      auto dropped = app::fetch(1);
      auto awaited = app::convert(1);
      auto kept = app::convert(2);
      auto moved = std::move(kept);
      co_await std::move(awaited);
      auto spawned = spawn(std::move(moved));
      spawned.cancel(); // it never begins, but that is another matter
    }
    // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
    static_cast<void>(sleep(1s));
  });
  EXPECT_EQ(report.never_awaited,
            std::vector<std::string>({"app::fetch", "sleep"}));
}

TEST(debug_report, tells_of_errors_that_nobody_read) {
  const auto report = observe([]() -> task<> {
    // NOLINTNEXTLINE(async-dropped-task-handle): the lost error is tested
    static_cast<void>(spawn(fail(), "dropped"));
    {
      auto joined = spawn(fail(), "joined");
      co_await joined.join();
    }
    {
      auto asked = spawn(fail(), "asked");
      co_await asked.join();
      EXPECT_TRUE(asked.error());
    }
    {
      auto awaited = spawn(fail(), "awaited");
      auto await = [&]() -> task<> { co_await awaited; };
      auto waiter = spawn(await(), "waiter");
      co_await waiter.join();
      EXPECT_TRUE(waiter.error());
    }
    {
      auto stopped = spawn(fail(), "stopped");
      stopped.cancel();
      co_await stopped.join();
    }
  });
  ASSERT_EQ(report.lost_errors.size(), 2u) << report;
  EXPECT_EQ(report.lost_errors[0].task, "dropped");
  EXPECT_EQ(report.lost_errors[0].message, "failed");
  EXPECT_EQ(report.lost_errors[1].task, "joined");
}

TEST(debug_report, does_not_take_the_error_of_main_for_lost) {
  debug_report report;
  EXPECT_THROW(run(fail(), {.virtual_clock = true, .report = &report}),
               std::runtime_error);
  EXPECT_TRUE(report.clean()) << report;
}

TEST(debug_report, tells_of_errors_that_come_at_the_very_end) {
  auto work = []() -> task<> {
    try {
      co_await sleep_for(1h);
    } catch (const cancelled &) {
      throw std::runtime_error("the cleanup failed");
    }
  };
  const auto report = observe([&]() -> task<> {
    // NOLINTNEXTLINE(async-dropped-task-handle): the lost error is tested
    static_cast<void>(spawn(work(), "left over"));
    co_await yield_now();
  });
  ASSERT_EQ(report.lost_errors.size(), 1u) << report;
  EXPECT_EQ(report.lost_errors[0].task, "left over");
  EXPECT_EQ(report.lost_errors[0].message, "the cleanup failed");
}

TEST(debug_report, tells_of_cancellations_that_were_swallowed) {
  auto go_on = [](duration time, bool takes_back) -> task<int> {
    try {
      co_await sleep_for(1h);
      // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
    } catch (const cancelled &) {
      if (takes_back)
        activity::current().uncancel();
    }
    co_await sleep_for(time);
    co_return 42;
  };
  const auto report = observe([&]() -> task<> {
    auto swallowing = spawn(go_on(2s, false), "swallowing");
    auto dealing_with_it = spawn(go_on(2s, true), "dealing with it");
    co_await sleep_for(1s);
    swallowing.cancel();
    dealing_with_it.cancel();
    EXPECT_EQ(co_await swallowing, 42);
    EXPECT_EQ(co_await dealing_with_it, 42);
  });
  ASSERT_EQ(report.swallowed.size(), 1u) << report;
  EXPECT_EQ(report.swallowed[0].task, "swallowing");
  EXPECT_EQ(report.swallowed[0].went_on, 2s);
}

TEST(debug_report, does_not_take_a_deadline_for_a_swallowed_cancellation) {
  const auto report = observe([]() -> task<> {
    auto body = [](timeout_scope &) { return sleep(1h); };
    auto work = [&]() -> task<> {
      try {
        co_await with_timeout(1s, body);
      } catch (const timeout_error &) {
      }
    };
    co_await spawn(work());
  });
  EXPECT_TRUE(report.clean()) << report;
}

TEST(debug_report, tells_of_tasks_that_did_not_stop) {
  auto insist = []() -> task<> {
    for (;;) {
      try {
        co_await sleep_for(1h);
        // NOLINTNEXTLINE(async-swallowed-cancellation): on purpose
      } catch (const cancelled &) {
      }
    }
  };
  const auto report = observe([&]() -> task<> {
    static_cast<void>(spawn(insist(), "stubborn"));
    static_cast<void>(spawn(sleep(1h), "sleeper"));
    co_await yield_now();
  });
  EXPECT_EQ(report.unstopped, std::vector<std::string>({"stubborn"}));
}

namespace numbers {
async_generator<int> count_to(int end) {
  for (int i = 0; i != end; ++i)
    co_yield i;
}
} // namespace numbers

TEST(debug_report, tells_of_generators_that_were_dropped_half_way) {
  const auto report = observe([]() -> task<> {
    {
      auto half_way = numbers::count_to(2);
      EXPECT_EQ(co_await half_way.next(), 0);
    }
    {
      // NOLINTNEXTLINE(async-unawaited-task): that it is no mistake is tested
      auto not_begun = numbers::count_to(2);
    }
    {
      auto ended = numbers::count_to(1);
      while (co_await ended.next())
        continue;
    }
    {
      auto closed = numbers::count_to(2);
      co_await closed.next();
      co_await closed.close();
    }
  });
  EXPECT_EQ(report.unfinished, std::vector<std::string>({"numbers::count_to"}));
}

TEST(debug_report, tells_how_many_tasks_there_were_at_most) {
  const auto report = observe([]() -> task<> {
    for (int round = 0; round != 3; ++round) {
      auto a = spawn(sleep(1s)), b = spawn(sleep(1s));
      co_await a;
      co_await b;
    }
  });
  EXPECT_EQ(report.peak_tasks, 3u);
  EXPECT_TRUE(report.clean());
}

TEST(debug_report, is_of_one_run) {
  static_cast<void>(observe([]() -> task<> {
    // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
    static_cast<void>(app::fetch(1));
    co_return;
  }));
  const auto second = observe([]() -> task<> { co_return; });
  EXPECT_TRUE(second.clean()) << second;
}

TEST(debug_report, is_handed_out_when_main_fails_too) {
  debug_report report;
  auto main = []() -> task<> {
    // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
    static_cast<void>(app::fetch(1));
    throw std::runtime_error("failed");
    co_return;
  };
  EXPECT_THROW(run(main(), {.report = &report}), std::runtime_error);
  EXPECT_EQ(report.never_awaited.size(), 1u);
}

/// A report with nothing but one part.
template <class T>
debug_report only(T debug_report::*part, std::type_identity_t<T> content) {
  debug_report report;
  report.*part = std::move(content);
  return report;
}

TEST(debug_report, is_not_clean_with_anything_in_it) {
  EXPECT_TRUE(only(&debug_report::peak_tasks, 5).clean());
  EXPECT_FALSE(only(&debug_report::stalls, {{"x", 1ms}}).clean());
  EXPECT_FALSE(only(&debug_report::never_awaited, {"x"}).clean());
  EXPECT_FALSE(only(&debug_report::lost_errors, {{"x", "y"}}).clean());
  EXPECT_FALSE(only(&debug_report::swallowed, {{"x", 1ms}}).clean());
  EXPECT_FALSE(only(&debug_report::unstopped, {"x"}).clean());
  EXPECT_FALSE(only(&debug_report::unfinished, {"x"}).clean());
}

TEST(debug_report, can_be_read) {
  const debug_report report{.stalls = {{"parse", 120ms}},
                            .never_awaited = {"save"},
                            .lost_errors = {{"sync", "no route"}},
                            .swallowed = {{"watch", 30ms}},
                            .unstopped = {"poll"},
                            .unfinished = {"pages"},
                            .peak_tasks = 7};
  std::ostringstream text;
  text << report << only(&debug_report::peak_tasks, 1);
  EXPECT_EQ(text.str(),
            "tide: 'parse' held the loop for 120 ms\n"
            "tide: 'save' was never awaited\n"
            "tide: 'sync' failed and nobody read its error: no route\n"
            "tide: 'watch' swallowed a cancellation and went on for 30 ms\n"
            "tide: 'poll' did not stop when it was cancelled\n"
            "tide: 'pages' was abandoned half way, its cleanup cannot await\n"
            "tide: at most 7 tasks were alive at once\n"
            "tide: at most 1 task was alive at once\n");
}

/// What \p f writes to stderr.
template <class F> std::string errors_of(F f) {
  ::testing::internal::CaptureStderr();
  f();
  return ::testing::internal::GetCapturedStderr();
}

TEST(debug_mode, tells_on_stderr_at_the_end) {
  auto main = []() -> task<> {
    // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
    static_cast<void>(app::fetch(1));
    co_return;
  };
  EXPECT_EQ(errors_of([&] { run(main(), {.debug = true, .slow_step = 1h}); }),
            "tide: 'app::fetch' was never awaited\n"
            "tide: at most 1 task was alive at once\n");
  EXPECT_EQ(errors_of([&] { run(main(), {.debug = false}); }), "");
}

/// Sets a variable of the environment while it lives.
class environment_variable {
public:
  environment_variable(const char *name, const char *value) : name_(name) {
    ::setenv(name, value, 1);
  }
  environment_variable(const environment_variable &) = delete;
  environment_variable &operator=(const environment_variable &) = delete;
  ~environment_variable() { ::unsetenv(name_); }

private:
  const char *name_;
};

TEST(debug_mode, is_set_in_the_environment) {
  EXPECT_FALSE(run_options().debug);
  EXPECT_EQ(run_options().slow_step, 100ms);
  {
    const environment_variable debug("TIDE_DEBUG", "1"),
        slow_step("TIDE_SLOW_STEP_MS", "250");
    EXPECT_TRUE(run_options().debug);
    EXPECT_EQ(run_options().slow_step, 250ms);
  }
  const environment_variable debug("TIDE_DEBUG", "0");
  EXPECT_FALSE(run_options().debug);
}

TEST(debug_mode, tells_of_tasks_that_were_dropped_outside_of_a_loop) {
  // NOLINTNEXTLINE(async-unawaited-task): that it is dropped is tested
  auto drop = [] { static_cast<void>(app::fetch(1)); };
  EXPECT_EQ(errors_of(drop), "");
  const environment_variable debug("TIDE_DEBUG", "1");
  EXPECT_EQ(errors_of(drop), "tide: 'app::fetch' was never awaited\n");
}

} // namespace
