// RUN: %check %s --rules=%S/Inputs/mail.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An await whose name says that it cleans up is for the way out of the handler as well.
#include "Inputs/mail.h"
#include <iostream>
#include <vector>

own::lazy<> rollback(int transaction);
own::lazy<> record(std::string what);
own::lazy<> closeSession(mail::connection &peer);
own::lazy<std::string> readToEnd(mail::connection &peer);

class workers {
public:
  own::lazy<> joinAll();
  own::lazy<> shutdown();
};

own::lazy<> closed(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'closed' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-5]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:3: note: instead: co_await mail::shielded(...)
}

own::lazy<> rolledBack(mail::connection &peer, int transaction) {
  try {
    co_await peer.send("NOOP");
    co_return;
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await rollback(transaction);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'rolledBack' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

own::lazy<> stopped(mail::connection &peer, workers &all) {
  try {
    co_await peer.send("NOOP");
  } catch (const mail::operation_cancelled &) {
    std::cerr << "stopping\n";
  }
  co_await all.shutdown();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'stopped' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
  co_await all.joinAll();
}

own::lazy<int> joined(mail::connection &peer, workers &all) {
  std::string answer;
  try {
    answer = co_await peer.receive();
  } catch (...) {
  }
  answer += "\n";
  auto length = static_cast<int>(answer.size());
  co_await all.joinAll();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'joined' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
  co_return length;
}

own::lazy<> closedAndCaught(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  try {
    co_await peer.close();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'closedAndCaught' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
}

own::lazy<> ended(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  co_return co_await closeSession(peer);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: this cleanup does not run when coroutine 'ended' was cancelled: every 'co_await' throws 'mail::operation_cancelled' from then on [async-unshielded-cleanup]
}

// Other work: that it stops is the point of a cancellation.

own::lazy<> recorded(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await record("done");
}

own::lazy<std::string> read(mail::connection &peer) {
  try {
    co_await peer.send("LIST");
  } catch (...) {
  }
  co_return co_await readToEnd(peer);
}

own::lazy<> again(mail::connection &peer) {
  for (;;) {
    try {
      co_await peer.send("NOOP");
    } catch (const std::exception &error) {
      std::cerr << error.what() << "\n";
    }
    co_await mail::pause(1);
  }
}

// Nothing was awaited in a try, or nothing is awaited after it.

own::lazy<> noTry(mail::connection &peer) {
  co_await peer.send("NOOP");
  co_await peer.close();
}

own::lazy<> noAwait(mail::connection &peer) {
  try {
    peer.drop();
  } catch (...) {
  }
  co_await peer.close();
}

own::lazy<> droppedAtOnce(mail::connection &peer) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  peer.drop();
}

own::lazy<> kept(mail::connection &peer, std::vector<own::lazy<>> &later) {
  try {
    co_await peer.send("NOOP");
  } catch (...) {
  }
  later.push_back(peer.close());
}
