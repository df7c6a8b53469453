// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A task that is stored where others find it outlives the statement.
#include "Inputs/task.h"
#include "Inputs/tasks.h"
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

std::string readName();

own::lazy<> show(const std::string &name) {
  co_await co::event();
  if (name.empty())
    co_await co::event();
}

std::vector<own::lazy<>> everything;

class screen {
public:
  // Bad.
  void start() {
    showing_ = show(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
// CHECK-MESSAGES: :[[@LINE-12]]:7: note: 'name' is needed here
// CHECK-MESSAGES: :[[@LINE-3]]:21: note: instead: make 'screen::start' a coroutine and co_await it, or let 'show' take it by value
  }
  void startLater() {
    later_.emplace(show("later"));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
    all_.push_back(show(readName() + "!"));
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'show' refers to a temporary 'std::{{(basic_)?string}}', which dies at the end of this statement [async-dangling-argument]
    named_[1] = show(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
    everything.push_back(show(readName()));
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
  }
  void startMoved() {
    auto showing = show(readName());
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: the task from 'show' refers to a temporary 'std::string', which dies at the end of this statement [async-dangling-argument]
    showing_ = std::move(showing);
  }

  // Good: names that live as long as the screen, or longer.
  void startOwn() {
    showing_ = show(title_);
    all_.push_back(show(title_));
  }
  void startOf(const std::string &name) {
    all_.push_back(show(name));
    everything.push_back(show(name));
  }
  own::lazy<> run() {
    co_await showing_;
    co_await show(readName());
    for (auto &each : all_)
      co_await each;
    if (later_)
      co_await *later_;
  }

private:
  std::string title_;
  own::lazy<> showing_;
  std::optional<own::lazy<>> later_;
  std::vector<own::lazy<>> all_;
  std::map<int, own::lazy<>> named_;
};
