// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of PhotonLibOS 0.9;
// not the library.
#pragma once

#include "photon/common/callback.h"
#include "photon/common/timeout.h"
#include <cstdint>

namespace photon {
struct thread;
struct join_handle;
class vcpu_base;
extern thread *CURRENT;
typedef void *(*thread_entry)(void *);

thread *thread_create(thread_entry start, void *arg, uint64_t stack_size = 0);
thread *thread_create(Delegate<void *> start, uint64_t stack_size = 0);
join_handle *thread_enable_join(thread *th, bool flag = true);
void *thread_join(join_handle *jh);
int thread_yield();
int thread_yield_to(thread *th);
int thread_usleep(Timeout timeout);
int thread_usleep(uint64_t useconds);
int thread_sleep(uint64_t seconds);
void thread_suspend();
void thread_interrupt(thread *th, int error_number = 4);
int thread_shutdown(thread *th, bool flag = true);
int thread_migrate(thread *th, vcpu_base *vcpu);
uint64_t threads_create_join(uint64_t n, thread_entry start, void *arg,
                             uint64_t stack_size = 0);

class spinlock {
public:
  int lock();
  void unlock();
};
class mutex {
public:
  int lock(Timeout timeout = {});
  int try_lock();
  void unlock();
};
class recursive_mutex {
public:
  int lock(Timeout timeout = {});
  void unlock();
};
template <typename M> class locker {
public:
  explicit locker(M &mutex, uint64_t do_lock = 2);
  ~locker();
};
using scoped_lock = locker<mutex>;
class condition_variable {
public:
  int wait(mutex &m, Timeout timeout = {});
  int wait_no_lock(Timeout timeout = {});
  thread *notify_one();
};
class semaphore {
public:
  explicit semaphore(uint64_t count = 0);
  int wait(uint64_t count, Timeout timeout = {});
  int signal(uint64_t count);
};
class rwlock {
public:
  int lock(int mode, Timeout timeout = {});
  int unlock();
};
class scoped_rwlock {
public:
  scoped_rwlock(rwlock &rwlock, int lockmode);
  ~scoped_rwlock();
};
class qrwlock {
public:
  int lock(int mode, Timeout timeout = {});
  int unlock();
};
} // namespace photon
