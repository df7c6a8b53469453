// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A part of an object, or what it owns, dies with it.
#include "Inputs/task.h"
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

bool enabled();
co::task<void> wait();

co::task<int> greet(const std::string &name) {
  co_await wait();
  co_return static_cast<int>(name.size());
}

// Bad: all are parts of what dies with the function.

co::task<int> element(std::vector<std::string> names) { return greet(names.at(0)); }
// CHECK-MESSAGES: :[[@LINE-1]]:70: warning: the task from 'greet' refers to 'names', which dies when 'element' returns [async-dangling-argument]
co::task<int> ofAnArray(std::array<std::string, 2> names) { return greet(names[0]); }
// CHECK-MESSAGES: :[[@LINE-1]]:74: warning: the task from 'greet' refers to 'names', which dies when 'ofAnArray' returns [async-dangling-argument]
co::task<int> ofAMap(std::map<int, std::string> names) { return greet(names.find(1)->second); }
// CHECK-MESSAGES: :[[@LINE-1]]:71: warning: the task from 'greet' refers to 'names', which dies when 'ofAMap' returns [async-dangling-argument]
co::task<int> ofAnOptional(std::optional<std::string> name) { return greet(*name); }
// CHECK-MESSAGES: :[[@LINE-1]]:76: warning: the task from 'greet' refers to 'name', which dies when 'ofAnOptional' returns [async-dangling-argument]
co::task<int> orElse(std::optional<std::string> name) { return greet(name.value_or("nobody")); }
// CHECK-MESSAGES: :[[@LINE-1]]:70: warning: the task from 'greet' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
co::task<int> ofAPointer(std::unique_ptr<std::string> name) { return greet(*name); }
// CHECK-MESSAGES: :[[@LINE-1]]:76: warning: the task from 'greet' refers to 'name', which dies when 'ofAPointer' returns [async-dangling-argument]
co::task<int> ofAPair(std::pair<std::string, int> both) { return greet(both.first); }
// CHECK-MESSAGES: :[[@LINE-1]]:72: warning: the task from 'greet' refers to 'both', which dies when 'ofAPair' returns [async-dangling-argument]
co::task<int> ofATuple(std::tuple<std::string, int> all) { return greet(std::get<0>(all)); }
// CHECK-MESSAGES: :[[@LINE-1]]:73: warning: the task from 'greet' refers to 'all', which dies when 'ofATuple' returns [async-dangling-argument]
co::task<int> ofAVariant(std::variant<std::string, int> one) { return greet(std::get<std::string>(one)); }
// CHECK-MESSAGES: :[[@LINE-1]]:77: warning: the task from 'greet' refers to 'one', which dies when 'ofAVariant' returns [async-dangling-argument]

co::task<int> throughAnIterator(std::vector<std::string> names) {
  auto first = names.begin();
  return greet(*first);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'names', which dies when 'throughAnIterator' returns [async-dangling-argument]
}

co::task<int> ofALoop(std::vector<std::string> names) {
  for (auto &name : names)
    if (!name.empty())
      return greet(name);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'greet' refers to 'names', which dies when 'ofALoop' returns [async-dangling-argument]
  return greet(names.front());
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'names', which dies when 'ofALoop' returns [async-dangling-argument]
}

co::task<int> oneOfTwo(std::string name, std::string other) {
  return greet(enabled() ? name : other);
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: the task from 'greet' refers to 'name', which dies when 'oneOfTwo' returns [async-dangling-argument]
}

co::task<int> castToConst(std::string name) { return greet(std::as_const(name)); }
// CHECK-MESSAGES: :[[@LINE-1]]:60: warning: the task from 'greet' refers to 'name', which dies when 'castToConst' returns [async-dangling-argument]
co::task<int> movedNowhere(std::string name) { return greet(std::move(name)); }
// CHECK-MESSAGES: :[[@LINE-1]]:61: warning: the task from 'greet' refers to 'name', which dies when 'movedNowhere' returns [async-dangling-argument]

// Good: the same of what the caller has.

co::task<int> elementOf(std::vector<std::string> &names) { return greet(names.at(0)); }
co::task<int> elementOfAnArray(std::array<std::string, 2> &names) { return greet(names[0]); }
co::task<int> elementOfAMap(std::map<int, std::string> &names) { return greet(names.find(1)->second); }
co::task<int> contentOf(std::optional<std::string> &name) { return greet(*name); }
co::task<int> pointedTo(std::unique_ptr<std::string> &name) { return greet(*name); }
co::task<int> firstOf(std::pair<std::string, int> &both) { return greet(both.first); }
co::task<int> firstOfAll(std::tuple<std::string, int> &all) { return greet(std::get<0>(all)); }
co::task<int> oneOf(std::variant<std::string, int> &one) { return greet(std::get<std::string>(one)); }
co::task<int> behind(std::vector<std::string>::iterator first) { return greet(*first); }
co::task<int> anyOf(std::vector<std::string> &names) {
  for (auto &name : names)
    if (!name.empty())
      return greet(name);
  return greet(names.front());
}
co::task<int> ofPointers(std::vector<std::string *> names) { return greet(*names[0]); }
