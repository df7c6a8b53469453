// RUN: %check %s --rules=%S/Inputs/archive.yaml '--checks=-*,async-unshielded-cleanup'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// With tokens, what was given the same one stops as well; nothing else does.
#include "Inputs/archive.h"
#include <iostream>

own::lazy<> sameToken(archive::store &table, archive::token stop) {
  bool failed = false;
  try {
    co_await table.write("a", stop);
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await table.remove("a", stop);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'sameToken' was cancelled: 'stop' has already asked it to stop [async-unshielded-cleanup]
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: the cancellation comes out of this 'co_await'
// CHECK-MESSAGES: :[[@LINE-7]]:5: note: and is caught here
// CHECK-MESSAGES: :[[@LINE-4]]:5: note: instead: no token
}

own::lazy<> closedWithIt(archive::store &table, const archive::token &stop) {
  try {
    co_await table.write("a", stop);
  } catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
  }
  co_await table.close(stop);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: this cleanup does not run when coroutine 'closedWithIt' was cancelled: 'stop' has already asked it to stop [async-unshielded-cleanup]
}

class writer {
public:
  own::lazy<> write(std::string row) {
    try {
      co_await table.write(row, stop);
    } catch (const archive::operation_cancelled &) {
      std::cerr << "stopped\n";
    }
    co_await table.close(stop);
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: this cleanup does not run when coroutine 'writer::write' was cancelled: 'stop' has already asked it to stop [async-unshielded-cleanup]
  }

  own::lazy<> writeAndClose(std::string row) {
    try {
      co_await table.write(row, stop);
    } catch (const archive::operation_cancelled &) {
      std::cerr << "stopped\n";
    }
    co_await table.close();
  }

private:
  archive::store table;
  archive::token stop;
};

// None, a new one, another one.

own::lazy<> noToken(archive::store &table, archive::token stop) {
  try {
    co_await table.write("a", stop);
  } catch (...) {
  }
  co_await table.close();
}

own::lazy<> newToken(archive::store &table, archive::token stop) {
  bool failed = false;
  try {
    co_await table.write("a", stop);
  } catch (...) {
    failed = true;
  }
  if (failed)
    co_await table.remove("a", archive::token());
}

own::lazy<> otherToken(archive::store &table, archive::token stop, archive::token closing) {
  try {
    co_await table.write("a", stop);
  } catch (...) {
  }
  co_await table.close(closing);
}

// The work was given none.

own::lazy<> workWithoutToken(archive::store &table, archive::token stop) {
  try {
    co_await table.write("a");
  } catch (...) {
  }
  co_await table.close(stop);
}
