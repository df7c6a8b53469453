// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Connections that are used again and again.
#pragma once

#include <tide/semaphore.h>
#include <tide/task.h>

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace tide {

/// Lends at most so many connections at once; who comes later waits. One that
/// comes back is lent again. It must outlive its leases.
template <class Connection> class connection_pool {
public:
  using factory = std::function<task<Connection>()>;

  /// \p connect opens a connection where none is left to lend.
  connection_pool(std::size_t limit, factory connect)
      : available_(limit), connect_(std::move(connect)) {}
  connection_pool(const connection_pool &) = delete;
  connection_pool &operator=(const connection_pool &) = delete;

  /// A connection for as long as this lives.
  class lease {
  public:
    lease(lease &&other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)),
          connection_(std::move(other.connection_)),
          permit_(std::move(other.permit_)) {}
    lease &operator=(lease other) noexcept {
      std::swap(pool_, other.pool_);
      std::swap(connection_, other.connection_);
      std::swap(permit_, other.permit_);
      return *this;
    }
    // The permit goes last: whoever it wakes finds the connection.
    ~lease() {
      if (pool_)
        pool_->idle_.push_back(std::move(connection_));
    }

    Connection &operator*() noexcept { return connection_; }
    Connection *operator->() noexcept { return &connection_; }

    /// Ends the lease of a broken connection: nobody else shall get it.
    void discard() {
      pool_ = nullptr;
      lease ended(std::move(*this));
    }

  private:
    friend connection_pool;
    lease(connection_pool &pool, Connection connection,
          semaphore::permit permit)
        : pool_(&pool), connection_(std::move(connection)),
          permit_(std::move(permit)) {}

    connection_pool *pool_; // null: the connection does not go back
    Connection connection_;
    semaphore::permit permit_;
  };

  /// Awaited, waits until a connection may be had, opens one if none is left
  /// from before, and lends it.
  task<lease> acquire() {
    auto permit = co_await available_.acquire();
    if (idle_.empty()) {
      Connection opened = co_await connect_();
      co_return lease(*this, std::move(opened), std::move(permit));
    }
    Connection used = std::move(idle_.back());
    idle_.pop_back();
    co_return lease(*this, std::move(used), std::move(permit));
  }

  /// How many connections are open and not lent.
  std::size_t idle() const noexcept { return idle_.size(); }

private:
  semaphore available_;
  const factory connect_;
  std::vector<Connection> idle_;
};

} // namespace tide
