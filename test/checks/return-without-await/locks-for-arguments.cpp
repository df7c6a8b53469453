// RUN: %check %s
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock may be there for what the task is made from, which is read under it. The
// task takes that by value.
#include "Inputs/task.h"
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct Client {
  co::task<int> get(int key);
  co::task<> send(std::string text);
};
co::task<int> load(int key);
co::task<int> loadAll(std::vector<int> keys);

class Pool {
public:
  // Nothing of the state goes into the task.
  co::task<int> parameter(int key) {
    std::lock_guard lock(mutex_);
    return load(key);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> constant() {
    std::lock_guard lock(mutex_);
    return load(1);
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: the task from 'load' runs only after 'lock' is gone [async-return-without-await]
  }
  co::task<int> ownMember(int key) {
    std::lock_guard lock(mutex_);
    return client_.get(key);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: the task from 'Client::get' runs only after 'lock' is gone [async-return-without-await]
  }

  // Something does.
  co::task<int> member() {
    std::lock_guard lock(mutex_);
    return load(next_);
  }
  co::task<int> element(int index) {
    std::lock_guard lock(mutex_);
    return load(keys_[index]);
  }
  co::task<int> copyOfMember() {
    std::lock_guard lock(mutex_);
    return loadAll(keys_);
  }
  co::task<int> changed() {
    std::lock_guard lock(mutex_);
    return load(next_++);
  }
  co::task<int> sum(int offset) {
    std::lock_guard lock(mutex_);
    return load(next_ + offset);
  }
  co::task<int> ofAMethod() {
    std::lock_guard lock(mutex_);
    return load(size());
  }
  co::task<int> whichClient(int key) {
    std::lock_guard lock(mutex_);
    return current_->get(key);
  }
  co::task<int> whichOwnedClient(int key) {
    std::lock_guard lock(mutex_);
    return owned_->get(key);
  }
  co::task<int> oneOfTheClients(int index) {
    std::lock_guard lock(mutex_);
    return clients_[index].get(index);
  }
  co::task<int> ofAnother(Pool &pool) {
    std::lock_guard lock(pool.mutex_);
    return load(pool.next_);
  }
  co::task<int> chosen(int key) {
    std::lock_guard lock(mutex_);
    return next_ ? load(next_) : loadAll(keys_);
  }

private:
  int size() const;

  std::mutex mutex_;
  Client client_;
  Client *current_ = nullptr;
  std::shared_ptr<Client> owned_;
  std::vector<Client> clients_;
  std::vector<int> keys_;
  int next_ = 0;
};

std::mutex mutex;
int key = 0;

co::task<int> ofAGlobal() {
  std::lock_guard lock(mutex);
  return load(key);
}
