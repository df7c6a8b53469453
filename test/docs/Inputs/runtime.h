// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the statements in docs/runtime.md are about.
#pragma once

#include <tide/testing.h>
#include <tide/tide.h>

#include <csignal>
#include <string_view>
#include <vector>

using namespace std::chrono_literals;
using namespace tide;

task<> main();
task<> a();
task<> b();
task<> cleanup();
task<int> work();
async_generator<int> lines();
task<> attend(tcp_stream stream);

struct names {
  tide::handle<int> t;
  std::vector<task<int>> tasks;
  task_group &group;
  timeout_scope &scope;
  time_point when;
  tide::semaphore &semaphore;
  tide::mutex &mutex;
  tide::event &event;
  tide::condition &condition;
  tide::mutex::guard &guard;
  tide::queue<int> &queue;
  thread_pool &pool;
  event_loop &loop;
  tcp_stream &stream;
  std::uint16_t port;
  std::string_view text;
  std::function<void()> f;
  std::function<bool()> ready;
};
