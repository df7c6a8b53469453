// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// For tests of coroutines: any test framework will do.
#pragma once

#include <tide/run.h>
#include <tide/scope.h>
#include <tide/time.h>

#include <type_traits>
#include <utility>

namespace tide::testing {

/// Runs \p work to its end, on a virtual clock unless \p options say otherwise.
/// Throws timeout_error if it takes longer than \p limit by that clock.
template <class T>
T run_within(task<T> work, duration limit,
             run_options options = {.virtual_clock = true}) {
  return run(wait_for(std::move(work), limit), options);
}

/// What a test needs before it begins, and has to give back.
class fixture {
public:
  virtual ~fixture() = default;
  virtual task<> set_up() { co_return; }
  virtual task<> tear_down() { co_return; }
};

/// Awaits \p body, a function of a Fixture & that gives a task, between the
/// fixture's set_up and its tear_down, which is not skipped when the body
/// fails.
template <std::derived_from<fixture> Fixture, class Body>
task<detail::result_of<Body, Fixture &>> with_fixture(Body body) {
  Fixture fixture;
  co_await fixture.set_up();
  co_return co_await with_cleanup(body(fixture),
                                  [&] { return shield(fixture.tear_down()); });
}

} // namespace tide::testing
