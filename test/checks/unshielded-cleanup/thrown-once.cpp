// RUN: %check %s --rules=%S/Inputs/once.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a cancellation is thrown once, the cleanup after it runs.
#include "Inputs/mail.h"
#include <iostream>

own::lazy<> closed(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await peer.close();
}

own::lazy<> reset(mail::connection &peer) {
  bool failed = false;
  try {
    co_await peer.send("NOOP");
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await peer.send("RSET");
}
