// RUN: %check %s '--checks=-*,async-unbounded-fan-out'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A coroutine that starts itself: there are more of it at every level.
#include "Inputs/fan_out.h"

#include <array>

struct tree {
  tree *left, *right;
  std::array<tree *, 4> quarters;
  std::vector<tree> children;
};

own::lazy<> walk(const tree &t) {
  for (const tree &child : t.children)
    own::spawn(walk(child));
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: coroutine 'walk' starts 'walk' for every element of 'children': nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

own::lazy<> walkQuarters(const tree &t) {
  for (const tree *quarter : t.quarters)
    if (quarter)
      own::spawn(walkQuarters(*quarter));
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: coroutine 'walkQuarters' starts itself in a loop, at every level: nothing limits how many there are at once [async-unbounded-fan-out]
  co_return;
}

own::lazy<> walkBoth(const tree *t) {
  if (!t)
    co_return;
  own::spawn(walkBoth(t->left));
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: coroutine 'walkBoth' starts itself more than once, at every level: nothing limits how many there are at once [async-unbounded-fan-out]
  own::spawn(walkBoth(t->right));
}

own::lazy<> gatherBoth(const tree *t) {
  if (t)
    co_await own::when_all(gatherBoth(t->left), gatherBoth(t->right));
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: coroutine 'gatherBoth' starts itself more than once, at every level: nothing limits how many there are at once [async-unbounded-fan-out]
}

// One at a time, or one after the other.

own::lazy<> walkInTurn(const tree *t) {
  if (!t)
    co_return;
  co_await walkInTurn(t->left);
  co_await walkInTurn(t->right);
  for (const tree &child : t->children)
    co_await walkInTurn(&child);
}

own::lazy<> again(int n) {
  co_await own::sleep(100);
  if (n)
    own::spawn(again(n - 1));
}

own::lazy<> eitherWay(const tree *t, bool toTheLeft) {
  if (!t)
    co_return;
  if (toTheLeft)
    own::spawn(eitherWay(t->left, toTheLeft));
  else
    own::spawn(eitherWay(t->right, toTheLeft));
}

own::lazy<> onlyNearTheRoot(const tree *t, int depth) {
  if (!t)
    co_return;
  if (depth < 4) {
    co_await own::when_all(onlyNearTheRoot(t->left, depth + 1), onlyNearTheRoot(t->right, depth + 1));
    co_return;
  }
  co_await onlyNearTheRoot(t->left, depth + 1);
  co_await onlyNearTheRoot(t->right, depth + 1);
}
