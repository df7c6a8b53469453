// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack boost-thread %s -fdelayed-template-parsing
// Verified against: libboost1.81-dev; a stub of the other version's future
#define BOOST_THREAD_VERSION 4
#define BOOST_THREAD_PROVIDES_EXECUTORS
#define BOOST_THREAD_USES_DATETIME
#include <boost/thread.hpp>
#include <boost/thread/completion_latch.hpp>
#include <boost/thread/concurrent_queues/sync_deque.hpp>
#include <boost/thread/concurrent_queues/sync_priority_queue.hpp>
#include <boost/thread/concurrent_queues/sync_timed_queue.hpp>
#include <boost/thread/executors/basic_thread_pool.hpp>
#include <boost/thread/executors/inline_executor.hpp>
#include <boost/thread/executors/loop_executor.hpp>
#include <boost/thread/executors/thread_executor.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/strict_lock.hpp>
#include <boost/thread/sync_bounded_queue.hpp>
#include <boost/thread/sync_queue.hpp>
#include <boost/thread/synchronized_value.hpp>
#include <boost/thread/thread_guard.hpp>
#include <boost/thread/with_lock_guard.hpp>

// The name of a future in version 2, which no header declares beside the other:
// a stub of Boost 1.81.
namespace boost {
template <typename T> class unique_future : public detail::basic_future<T> {
public:
  T get();
  T get_or(T &&);
};
} // namespace boost
