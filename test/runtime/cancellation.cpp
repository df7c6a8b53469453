// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %everywhere %s %t

#include <tide/event.h>
#include <tide/testing.h>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using namespace tide;

namespace {

/// Runs \p main on a virtual clock; it is not in the way of what tests see of
/// requests to stop, as run_within would be.
template <class Main> debug_report simulate(Main main) {
  debug_report report;
  run(main(), {.virtual_clock = true, .report = &report});
  return report;
}

duration time() { return now().time_since_epoch(); }

/// How a task ended.
enum class ending { value, cancelled, timeout, error };

template <class T> task<ending> ending_of(task<T> work) {
  try {
    co_await std::move(work);
    co_return ending::value;
  } catch (const cancelled &) {
    co_return ending::cancelled;
  } catch (const timeout_error &) {
    co_return ending::timeout;
  } catch (...) {
    co_return ending::error;
  }
}

task<> sleep(duration time) { co_await sleep_for(time); }

/// A body for a deadline.
auto sleeping_for(duration time) {
  return [time](timeout_scope &) { return sleep(time); };
}

TEST(cancellation, is_thrown_at_the_suspension_point) {
  std::string log;
  auto work = [&]() -> task<> {
    log += "begun,";
    try {
      co_await sleep_for(1h);
      log += "went on";
    } catch (const cancelled &) {
      log += "cancelled";
      throw;
    }
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await sleep_for(1s);
    started.cancel();
    EXPECT_FALSE(started.done());
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
    EXPECT_EQ(time(), 1s);
  });
  EXPECT_EQ(log, "begun,cancelled");
}

TEST(cancellation, unwinds_from_the_innermost_await) {
  std::string log;
  struct on_exit {
    std::string &log;
    char name;
    ~on_exit() { log += name; }
  };
  auto inner = [&]() -> task<> {
    on_exit note{log, 'i'};
    co_await sleep_for(1h);
  };
  auto middle = [&]() -> task<> {
    on_exit note{log, 'm'};
    co_await inner();
  };
  auto outer = [&]() -> task<> {
    on_exit note{log, 'o'};
    co_await middle();
  };
  simulate([&]() -> task<> {
    auto started = spawn(outer());
    co_await yield_now();
    started.cancel();
    co_await started.join();
  });
  EXPECT_EQ(log, "imo");
}

TEST(cancellation, ends_a_task_that_has_not_begun) {
  auto held = std::make_shared<int>();
  bool begun = false;
  auto work = [&](std::shared_ptr<int>) -> task<> {
    begun = true;
    co_return;
  };
  const auto report = simulate([&]() -> task<> {
    {
      auto started = spawn(work(held));
      started.cancel();
      co_await started.join();
      EXPECT_TRUE(started.cancelled());
    }
    EXPECT_EQ(held.use_count(), 1);
  });
  EXPECT_FALSE(begun);
  EXPECT_TRUE(report.clean());
}

TEST(cancellation, waits_for_the_next_suspension_point) {
  std::string log;
  auto work = [&]() -> task<> {
    activity::current().cancel();
    log += "on and on,";
    auto no_suspension_point = []() -> task<> { co_return; };
    co_await no_suspension_point();
    log += "and on";
    co_await yield_now();
    log += "too far";
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  });
  EXPECT_EQ(log, "on and on,and on");
}

TEST(cancellation, waits_for_the_next_suspension_point_when_this_one_is_over) {
  event happened;
  bool woke = false;
  auto work = [&]() -> task<> {
    co_await happened.wait();
    woke = true;
    co_await sleep_for(1h);
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await yield_now();
    happened.set();
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
    EXPECT_EQ(time(), 0s);
  });
  EXPECT_TRUE(woke);
}

TEST(cancellation, is_delivered_once) {
  duration cleaned_up_at{};
  auto work = [&]() -> task<> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    EXPECT_EQ(co_await ending_of(sleep(1s)), ending::value);
    cleaned_up_at = time();
    throw cancelled();
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await yield_now();
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  });
  EXPECT_EQ(cleaned_up_at, 1s);
}

TEST(cancellation, is_delivered_once_for_all_who_asked_before) {
  auto work = []() -> task<> {
    auto &self = activity::current();
    self.cancel();
    self.cancel();
    EXPECT_EQ(self.cancelling(), 2);
    EXPECT_EQ(co_await ending_of(sleep(1s)), ending::cancelled);
    EXPECT_EQ(co_await ending_of(sleep(1s)), ending::value);
    EXPECT_EQ(self.cancelling(), 2);
    throw cancelled();
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await started.join();
  });
}

TEST(cancellation, interrupts_the_cleanup_when_it_is_asked_for_again) {
  auto work = []() -> task<> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    EXPECT_EQ(activity::current().cancelling(), 2);
    throw cancelled();
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    for (int i = 0; i != 2; ++i) {
      co_await sleep_for(1s);
      started.cancel();
    }
    co_await started.join();
    EXPECT_EQ(time(), 2s);
  });
}

TEST(cancellation, can_be_taken_back) {
  auto work = []() -> task<int> {
    auto &self = activity::current();
    EXPECT_EQ(self.cancelling(), 0);
    EXPECT_EQ(self.uncancel(), 0);
    self.cancel();
    self.cancel();
    EXPECT_EQ(co_await ending_of(sleep(1s)), ending::cancelled);
    EXPECT_EQ(self.uncancel(), 1);
    EXPECT_EQ(self.cancelling(), 1);
    EXPECT_EQ(self.uncancel(), 0);
    EXPECT_EQ(self.uncancel(), 0);
    EXPECT_EQ(self.cancelling(), 0);
    co_return 42;
  };
  const auto report = simulate([&]() -> task<> {
    auto started = spawn(work());
    EXPECT_EQ(co_await started, 42);
    EXPECT_FALSE(started.cancelled());
  });
  EXPECT_TRUE(report.clean());
}

TEST(cancellation, can_be_taken_back_before_it_is_delivered) {
  auto work = []() -> task<> {
    auto &self = activity::current();
    self.cancel();
    self.cancel();
    EXPECT_EQ(self.uncancel(), 1);
    EXPECT_EQ(self.uncancel(), 0);
    co_await sleep_for(1s);
  };
  simulate([&]() -> task<> { co_await spawn(work()); });
}

TEST(cancellation, does_nothing_to_what_has_ended) {
  auto work = []() -> task<int> { co_return 42; };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await started.join();
    started.cancel();
    EXPECT_EQ(co_await started, 42);
    EXPECT_FALSE(started.cancelled());
  });
}

TEST(cancellation, can_be_answered_with_a_value_or_an_error) {
  auto give = []() -> task<int> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    co_return 42;
  };
  auto fail = []() -> task<int> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    throw std::runtime_error("the cleanup failed");
  };
  simulate([&]() -> task<> {
    auto giving = spawn(give()), failing = spawn(fail());
    co_await yield_now();
    giving.cancel();
    failing.cancel();
    EXPECT_EQ(co_await giving, 42);
    EXPECT_FALSE(giving.cancelled());
    co_await failing.join();
    EXPECT_FALSE(failing.cancelled());
    EXPECT_EQ(message_of(failing.error()), "the cleanup failed");
  });
}

TEST(cancellation, is_no_exception_class) {
  auto work = []() -> task<> {
    try {
      co_await sleep_for(1h);
    } catch (const std::exception &) {
      ADD_FAILURE() << "a handler for errors caught it";
    }
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await yield_now();
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  });
}

TEST(cancellation, of_a_joiner_cancels_the_joined_and_waits_for_it) {
  std::string log;
  auto work = [&]() -> task<> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    co_await sleep_for(5s);
    log += "cleaned up,";
    throw cancelled();
  };
  auto join = [&]() -> task<> {
    auto joined = spawn(work());
    EXPECT_EQ(co_await ending_of([](handle<void> &ended) -> task<> {
                co_await ended;
              }(joined)),
              ending::cancelled);
    EXPECT_TRUE(joined.done());
    log += "joined";
    throw cancelled();
  };
  simulate([&]() -> task<> {
    auto joiner = spawn(join());
    co_await sleep_for(1s);
    joiner.cancel();
    co_await joiner.join();
    EXPECT_TRUE(joiner.cancelled());
    EXPECT_EQ(time(), 6s);
  });
  EXPECT_EQ(log, "cleaned up,joined");
}

TEST(cancellation, of_a_joiner_reaches_down_a_chain) {
  auto chain = [](auto &self, int length) -> task<> {
    if (length == 0)
      co_await sleep_for(1h);
    else
      co_await spawn(self(self, length - 1));
  };
  simulate([&]() -> task<> {
    auto first = spawn(chain(chain, 10));
    co_await sleep_for(1s);
    first.cancel();
    co_await first.join();
    EXPECT_TRUE(first.cancelled());
    EXPECT_EQ(time(), 1s);
  });
}

TEST(cancellation, of_a_joiner_is_not_swallowed_by_the_joined) {
  auto swallow = []() -> task<int> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    co_return 42;
  };
  auto join = [&]() -> task<> {
    auto joined = spawn(swallow());
    co_await joined;
    ADD_FAILURE() << "it went on";
  };
  simulate([&]() -> task<> {
    auto joiner = spawn(join());
    co_await sleep_for(1s);
    joiner.cancel();
    co_await joiner.join();
    EXPECT_TRUE(joiner.cancelled());
  });
}

TEST(cancellation,
     of_a_joiner_that_is_to_stop_cancels_what_it_is_about_to_join) {
  auto join = [&]() -> task<> {
    auto joined = spawn(sleep(1h));
    co_await yield_now();
    activity::current().cancel();
    co_await joined.join();
  };
  simulate([&]() -> task<> {
    auto joiner = spawn(join());
    co_await joiner.join();
    EXPECT_TRUE(joiner.cancelled());
    EXPECT_EQ(time(), 0s);
  });
}

TEST(cancellation, of_the_joined_is_thrown_in_the_joiner_which_is_not_to_stop) {
  simulate([&]() -> task<> {
    auto joined = spawn(sleep(1h));
    auto join = [&]() -> task<> { co_await joined; };
    auto joiner = spawn(ending_of(join()));
    co_await yield_now();
    joined.cancel();
    EXPECT_EQ(co_await joiner, ending::cancelled);
    EXPECT_FALSE(joiner.cancelled());
  });
}

TEST(cancellation, of_tasks_that_wait_for_each_other_comes_to_an_end) {
  std::optional<handle<void>> a, b;
  auto wait = [](std::optional<handle<void>> &other) -> task<> {
    co_await other->join();
  };
  const auto report = simulate([&]() -> task<> {
    a.emplace(spawn(wait(b)));
    b.emplace(spawn(wait(a)));
    co_await yield_now();
    a->cancel();
  });
  EXPECT_EQ(report.unstopped.size(), 2u);
}

TEST(cancellation, from_outside_is_not_taken_for_a_deadline) {
  simulate([]() -> task<> {
    auto started = spawn(with_timeout(2s, sleeping_for(1h)));
    co_await sleep_for(1s);
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  });
}

TEST(cancellation, by_a_deadline_is_over_with_it) {
  const auto report = simulate([]() -> task<> {
    EXPECT_EQ(co_await ending_of(with_timeout(1s, sleeping_for(1h))),
              ending::timeout);
    EXPECT_EQ(activity::current().cancelling(), 0);
    co_await sleep_for(1s);
    EXPECT_EQ(time(), 2s);
  });
  EXPECT_TRUE(report.clean());
}

TEST(cancellation, by_an_inner_deadline_leaves_the_outer_one_alone) {
  simulate([]() -> task<> {
    auto body = [](timeout_scope &) -> task<> {
      EXPECT_EQ(co_await ending_of(with_timeout(1s, sleeping_for(1h))),
                ending::timeout);
      EXPECT_EQ(time(), 1s);
      co_await sleep_for(1h);
    };
    EXPECT_EQ(co_await ending_of(with_timeout(2s, body)), ending::timeout);
    EXPECT_EQ(time(), 2s);
  });
}

TEST(cancellation, by_an_outer_deadline_is_not_taken_for_the_inner_one) {
  simulate([]() -> task<> {
    auto body = [](timeout_scope &) -> task<> {
      EXPECT_EQ(co_await ending_of(with_timeout(2s, sleeping_for(1h))),
                ending::cancelled);
      EXPECT_EQ(time(), 1s);
      throw cancelled();
    };
    EXPECT_EQ(co_await ending_of(with_timeout(1s, body)), ending::timeout);
  });
}

TEST(cancellation, by_two_deadlines_at_once_belongs_to_the_outer_one) {
  for (const bool outer_is_first : {true, false}) {
    simulate([&]() -> task<> {
      auto body = [&](timeout_scope &outer) -> task<> {
        auto inner_body = [&](timeout_scope &) -> task<> {
          if (!outer_is_first)
            outer.reschedule(time_point(1s)); // after the inner one was set
          co_await sleep_for(1h);
        };
        EXPECT_EQ(co_await ending_of(with_deadline(time_point(1s), inner_body)),
                  ending::cancelled);
        EXPECT_EQ(time(), 1s);
        EXPECT_EQ(co_await ending_of(sleep(1s)), ending::value)
            << "one interruption is enough";
        throw cancelled();
      };
      EXPECT_EQ(co_await ending_of(
                    with_deadline(time_point(outer_is_first ? 1s : 5s), body)),
                ending::timeout);
      EXPECT_EQ(activity::current().cancelling(), 0);
      co_await sleep_for(1s);
    });
  }
}

TEST(cancellation, from_outside_goes_before_a_deadline_that_expires_with_it) {
  for (const bool deadline_is_first : {true, false}) {
    simulate([&]() -> task<> {
      std::optional<event_loop::timer> canceller;
      std::optional<handle<void>> started;
      auto work = [&]() -> task<> {
        auto &self = activity::current();
        auto cancel_in_time = [&] {
          canceller.emplace(event_loop::current(), time_point(1s),
                            [&] { self.cancel(); });
        };
        if (!deadline_is_first)
          cancel_in_time();
        auto body = [&](timeout_scope &) -> task<> {
          if (deadline_is_first)
            cancel_in_time();
          co_await sleep_for(1h);
        };
        EXPECT_EQ(co_await ending_of(with_deadline(time_point(1s), body)),
                  ending::cancelled);
        EXPECT_EQ(self.cancelling(), 1);
        EXPECT_EQ(co_await ending_of(sleep(1s)), ending::value)
            << "one interruption is enough";
        throw cancelled();
      };
      started.emplace(spawn(work()));
      co_await started->join();
      EXPECT_TRUE(started->cancelled());
    });
  }
}

TEST(cancellation,
     from_outside_is_not_forgotten_when_a_deadline_cuts_the_cleanup_short) {
  auto work = []() -> task<> {
    auto body = [](timeout_scope &) -> task<> {
      EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
      EXPECT_EQ(time(), 1s);
      co_await sleep_for(1h); // a cleanup that takes too long
    };
    EXPECT_EQ(co_await ending_of(with_deadline(time_point(2s), body)),
              ending::cancelled);
    EXPECT_EQ(time(), 2s);
    EXPECT_EQ(activity::current().cancelling(), 1);
    throw cancelled();
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await sleep_for(1s);
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  });
}

TEST(cancellation, from_outside_is_not_forgotten_when_a_deadline_was_ignored) {
  auto work = []() -> task<> {
    auto body = [](timeout_scope &) -> task<> {
      EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
      activity::current()
          .cancel(); // not yet delivered when the deadline's scope ends
    };
    EXPECT_EQ(co_await ending_of(with_timeout(1s, body)), ending::value);
    EXPECT_EQ(activity::current().cancelling(), 1);
    co_await sleep_for(1s);
    ADD_FAILURE() << "it went on";
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
  });
}

TEST(cancellation, by_a_deadline_is_taken_back_when_it_comes_too_late) {
  simulate([]() -> task<> {
    event happened;
    event_loop::timer first(event_loop::current(), time_point(1s),
                            [&] { happened.set(); });
    auto body = [&](timeout_scope &scope) -> task<> {
      co_await happened.wait();
      EXPECT_TRUE(scope.expired()) << "in the same turn";
    };
    EXPECT_EQ(co_await ending_of(with_deadline(time_point(1s), body)),
              ending::value);
    EXPECT_EQ(activity::current().cancelling(), 0);
    co_await sleep_for(1s);
  });
}

TEST(cancellation, by_a_deadline_is_taken_back_in_a_cleanup_too) {
  auto work = []() -> task<> {
    EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
    event happened;
    event_loop::timer first(event_loop::current(), time_point(2s),
                            [&] { happened.set(); });
    auto body = [&](timeout_scope &) -> task<> { co_await happened.wait(); };
    EXPECT_EQ(co_await ending_of(with_deadline(time_point(2s), body)),
              ending::value);
    EXPECT_EQ(activity::current().cancelling(), 1);
    EXPECT_EQ(co_await ending_of(sleep(1s)), ending::value);
    throw cancelled();
  };
  simulate([&]() -> task<> {
    auto started = spawn(work());
    co_await sleep_for(1s);
    started.cancel();
    co_await started.join();
    EXPECT_TRUE(started.cancelled());
    EXPECT_EQ(time(), 3s);
  });
}

TEST(cancellation, by_a_deadline_can_be_answered_with_a_value_or_an_error) {
  const auto report = simulate([]() -> task<> {
    auto give = [](timeout_scope &) -> task<int> {
      EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
      co_return 42;
    };
    auto fail = [](timeout_scope &) -> task<int> {
      EXPECT_EQ(co_await ending_of(sleep(1h)), ending::cancelled);
      throw std::runtime_error("the cleanup failed");
    };
    EXPECT_EQ(co_await with_timeout(1s, give), 42);
    EXPECT_EQ(co_await ending_of(with_timeout(1s, fail)), ending::error);
    EXPECT_EQ(activity::current().cancelling(), 0);
    co_await sleep_for(1s);
  });
  EXPECT_TRUE(report.clean());
}

TEST(cancellation, by_a_deadline_reaches_a_task_that_is_joined) {
  simulate([]() -> task<> {
    auto joined = spawn(sleep(1h));
    auto join = [&](timeout_scope &) -> task<> { co_await joined; };
    EXPECT_EQ(co_await ending_of(with_timeout(1s, join)), ending::timeout);
    EXPECT_TRUE(joined.cancelled());
    EXPECT_EQ(time(), 1s);
  });
}

} // namespace
