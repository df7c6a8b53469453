// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many there are stands in the program: nothing grows.
#include "Inputs/fan_out.h"

#include <array>
#include <initializer_list>
#include <ranges>
#include <span>
#include <tuple>

enum class color { red, green, blue };
constexpr int places = 8;
const std::vector<std::string> mirrors = {"a", "b"};

own::lazy<> paint(color c);

own::lazy<> constants(std::vector<std::string> links) {
  const int tasks = 4;
  for (int i = 0; i < 4; ++i)
    own::spawn(work(links[i]));
  for (int i = 0; i != places; ++i)
    own::spawn(work(links[i]));
  for (int i = tasks; i > 0; --i)
    own::spawn(work(links[i]));
  for (std::size_t i = 0; i < 4 && i < links.size(); ++i)
    own::spawn(work(links[i]));
  for (std::size_t i = 0; i < std::min<std::size_t>(links.size(), 4); ++i)
    own::spawn(work(links[i]));
  co_return;
}

own::lazy<> arrays(std::array<std::string, 8> links, std::span<std::string, 2> pair) {
  std::string local[] = {"a", "b"};
  for (const std::string &link : links)
    own::spawn(work(link));
  for (const std::string &link : pair)
    own::spawn(work(link));
  for (const std::string &link : local)
    own::spawn(work(link));
  for (std::size_t i = 0; i != links.size(); ++i)
    own::spawn(work(links[i]));
  for (const char *link : {"a", "b"})
    own::spawn(work(link));
  for (color c : {color::red, color::green, color::blue})
    own::spawn(paint(c));
  for (const std::string &link : mirrors)
    own::spawn(work(link));
  co_await own::when_all(work("a"), work("b"));
}

own::lazy<> views(std::vector<std::string> links) {
  namespace views = std::views;
  for (const std::string &link : links | views::take(8))
    own::spawn(work(link));
  for (const std::string &link : links | views::filter([](auto &l) { return !l.empty(); }) | views::take(8))
    own::spawn(work(link));
  for (int i : views::iota(0, 8))
    own::spawn(work(links[i]));
  auto some = links | views::take(4);
  for (const std::string &link : some)
    own::spawn(work(link));
  for (const std::string &link : std::span(links).first(2))
    own::spawn(work(link));
  for (const std::string &link : links | views::drop(8))
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'views' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

own::lazy<> tinyContainers(std::vector<std::string> links) {
  std::vector<std::string> some = {links.front(), links.back()};
  for (const std::string &link : some)
    own::spawn(work(link));
  std::vector<std::string> more;
  more.push_back("a");
  for (int i = 0; i < 4; ++i)
    more.push_back(links[i]);
  for (const std::string &link : more)
    own::spawn(work(link));
  std::vector<std::string> four(4);
  for (std::string &link : four)
    own::spawn(work(link));
  std::vector<std::string> all;
  for (const std::string &link : links)
    all.push_back(link + "/");
  for (const std::string &link : all)
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'tinyContainers' starts 'work' for every element of 'all': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

struct node {
  std::vector<std::string> shards, links;
};

// Somebody has set up so many of them.
own::lazy<> domains(node &n, std::vector<std::string> replicas, unsigned workers) {
  for (const std::string &shard : n.shards)
    own::spawn(work(shard));
  for (const std::string &replica : replicas)
    own::spawn(work(replica));
  for (unsigned i = 0; i < workers; ++i)
    own::spawn(work(""));
  for (const std::string &link : n.links)
    own::spawn(work(link));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'domains' starts 'work' for every element of 'links': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}
