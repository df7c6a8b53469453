// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A class of the project is a guard when its constructor locks and its
// destructor unlocks, whatever its name is.
#include "Inputs/task.h"
#include <mutex>
#include <pthread.h>
#include <shared_mutex>
#include <utility>

co::task<> store(int value);
void keep(int value);
bool enabled();

std::mutex m;
std::shared_mutex shared;
pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

class Holder {
public:
  explicit Holder(std::mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Holder() { mutex_.unlock(); }
  Holder(const Holder &) = delete;

private:
  std::mutex &mutex_;
};

class InC {
public:
  explicit InC(pthread_mutex_t *mutex) : mutex_(mutex) { pthread_mutex_lock(mutex_); }
  ~InC() { pthread_mutex_unlock(mutex_); }

private:
  pthread_mutex_t *mutex_;
};

// Can be unlocked before.
class Releasable {
public:
  explicit Releasable(std::mutex &mutex) : mutex_(&mutex) { mutex_->lock(); }
  ~Releasable() {
    if (mutex_)
      mutex_->unlock();
  }
  void unlock() { std::exchange(mutex_, nullptr)->unlock(); }

private:
  std::mutex *mutex_;
};

class Movable {
public:
  explicit Movable(std::mutex &mutex) : mutex_(&mutex) { mutex_->lock(); }
  Movable(Movable &&other) noexcept : mutex_(std::exchange(other.mutex_, nullptr)) {}
  ~Movable() {
    if (mutex_)
      mutex_->unlock();
  }

private:
  std::mutex *mutex_;
};

class Reading {
public:
  explicit Reading(std::shared_mutex &mutex) : mutex_(mutex) { mutex_.lock_shared(); }
  ~Reading() { mutex_.unlock_shared(); }

private:
  std::shared_mutex &mutex_;
};

template <typename Mutex> class Of {
public:
  explicit Of(Mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Of() { mutex_.unlock(); }

private:
  Mutex &mutex_;
};

// Holds one, or is one.
class Counted {
public:
  explicit Counted(std::mutex &mutex) : lock_(mutex) { keep(1); }

private:
  std::lock_guard<std::mutex> lock_;
};

struct Named : std::unique_lock<std::mutex> {
  using std::unique_lock<std::mutex>::unique_lock;
};

// Its constructor is elsewhere in the project's source.
class Section {
public:
  explicit Section(std::mutex &mutex);
  ~Section();

private:
  std::mutex &mutex_;
};
Section::Section(std::mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
Section::~Section() { mutex_.unlock(); }

co::task<> holder() {
  Holder here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: guard 'here' is held while coroutine 'holder' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> inC() {
  InC here(&mutex);
// CHECK-MESSAGES: :[[@LINE-1]]:7: warning: guard 'here' is held while coroutine 'inC' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> releasable() {
  Releasable here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: guard 'here' is held while coroutine 'releasable' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
  here.unlock();
}

co::task<> movable() {
  Movable here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: guard 'here' is held while coroutine 'movable' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> reading() {
  Reading here{shared};
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: guard 'here' is held while coroutine 'reading' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> ofATemplate() {
  Of here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: guard 'here' is held while coroutine 'ofATemplate' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  Of<std::shared_mutex> there(shared);
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: guard 'there' is held while coroutine 'ofATemplate' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> members() {
  Counted here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: guard 'here' is held while coroutine 'members' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> derived() {
  Named here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: guard 'here' is held while coroutine 'derived' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

co::task<> elsewhere() {
  Section here(m);
// CHECK-MESSAGES: :[[@LINE-1]]:11: warning: guard 'here' is held while coroutine 'elsewhere' is suspended: whoever else wants the lock blocks a thread until it goes on [async-lock-across-suspension]
  co_await store(1);
}

// Released.

co::task<> inABlock() {
  {
    Holder here(m);
    keep(1);
  }
  co_await store(1);
}

co::task<> unlocked() {
  Releasable here(m);
  keep(1);
  here.unlock();
  co_await store(1);
}

co::task<> movedIntoABlock() {
  Movable here(m);
  {
    Movable there(std::move(here));
    keep(1);
  }
  co_await store(1);
}

co::task<> afterwards() {
  co_await store(1);
  Of here(m);
  Section there(m);
  keep(1);
}

// They unlock for as long as they live.

class Unlocked {
public:
  explicit Unlocked(std::unique_lock<std::mutex> &lock) : lock_(lock) { lock_.unlock(); }
  ~Unlocked() { lock_.lock(); }

private:
  std::unique_lock<std::mutex> &lock_;
};

co::task<> reversed() {
  std::unique_lock l(m);
  keep(1);
  Unlocked here(l);
  co_await store(1);
}

// No guards: they lock nothing when they are made, or unlock nothing at their end.

class Statistics {
public:
  explicit Statistics(std::mutex &mutex) : mutex_(mutex) {}
  ~Statistics() {
    std::lock_guard lock(mutex_);
    keep(2);
  }

private:
  std::mutex &mutex_;
};

class Registered {
public:
  explicit Registered(std::mutex &mutex) : mutex_(mutex) {
    std::lock_guard lock(mutex_);
    keep(1);
  }
  ~Registered() {
    mutex_.lock();
    keep(2);
    mutex_.unlock();
  }

private:
  std::mutex &mutex_;
};

class ForLater {
public:
  explicit ForLater(std::mutex &mutex) : lock_(mutex, std::defer_lock) {}
  void begin() { lock_.lock(); }

private:
  std::unique_lock<std::mutex> lock_;
};

class Owner {
public:
  Owner() { keep(1); }
  ~Owner() { keep(2); }
  std::mutex mutex;
};

co::task<> noGuards() {
  Statistics statistics(m);
  co_await store(1);
  Owner owner;
  co_await store(2);
}
