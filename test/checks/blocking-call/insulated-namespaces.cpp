// RUN: %check '--checks=-*,async-blocking-call' --rules=%S/Inputs/insulated-namespaces.yaml %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A rule insulates all that is declared in a namespace, at any depth: bodies
// are not looked into, and no other rule counts.
#include "Inputs/task.h"
#include <unistd.h>

namespace acme::kit {
void free() { sleep(1); }
template <class T> void generic(T) { sleep(1); }
namespace deep {
void free() { sleep(1); }
} // namespace deep
inline namespace v2 {
void newer() { sleep(1); }
} // namespace v2
namespace {
void local() { sleep(1); }
} // namespace
extern "C" void plainC() { sleep(1); }
struct Pause {
  Pause() { sleep(1); }
};
struct Box {
  Pause First; // the constructor of Box is nobody's text
  ~Box() { sleep(1); }
  virtual void open() { sleep(1); }
  static void all() { sleep(1); }
  Box &operator<<(int) { sleep(1); return *this; }
  friend void look(Box &) { sleep(1); }
  struct Lid {
    void lift() { sleep(1); }
  };
};
} // namespace acme::kit

namespace acme::kit { // declared again
void later() { sleep(1); }
} // namespace acme::kit

namespace tool {
void saw();
namespace parts {
void drill();
} // namespace parts
} // namespace tool

namespace hobby = acme::kit;
using acme::kit::free;

co::task<> silent(acme::kit::Box &Given) {
  free();
  hobby::free();
  acme::kit::generic(1);
  acme::kit::deep::free();
  acme::kit::newer();
  acme::kit::local();
  acme::kit::plainC();
  acme::kit::later();
  acme::kit::Box Own;
  Given.open();
  acme::kit::Box::all();
  Own << 1 << 2;
  look(Own);
  acme::kit::Box::Lid().lift();
  tool::parts::drill();
  co_return;
}

// Near misses.
void free(int) { sleep(1); }
namespace kit {
void free() { sleep(1); }
} // namespace kit
namespace acme {
void free() { sleep(1); }
namespace kitchen {
void free() { sleep(1); }
} // namespace kitchen
namespace other::kit {
void free() { sleep(1); }
} // namespace other::kit
struct Shelf {
  struct kit {
    static void free() { sleep(1); }
  };
};
} // namespace acme
struct Mine : acme::kit::Box {
  void open() override { sleep(1); }
  void close() { sleep(1); }
};
void helper() {
  acme::kit::free();
  sleep(1);
}

co::task<> found(Mine &M) {
  free(1);
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'free' blocks the thread in coroutine 'found': it reaches 'sleep', which {{.*}} [async-blocking-call]
  kit::free();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'kit::free' blocks {{.*}} [async-blocking-call]
  acme::free();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'acme::free' blocks {{.*}} [async-blocking-call]
  acme::kitchen::free();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'acme::kitchen::free' blocks {{.*}} [async-blocking-call]
  acme::other::kit::free();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'acme::other::kit::free' blocks {{.*}} [async-blocking-call]
  acme::Shelf::kit::free();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'acme::Shelf::kit::free' blocks {{.*}} [async-blocking-call]
  M.open();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'Mine::open' blocks {{.*}} [async-blocking-call]
  M.close();
// CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to 'Mine::close' blocks {{.*}} [async-blocking-call]
  helper();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'helper' blocks {{.*}} [async-blocking-call]
  tool::saw();
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'tool::saw' blocks {{.*}}: it waits for the device [async-blocking-call]
  co_return;
}
