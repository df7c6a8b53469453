// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of WIL of August
// 2026; not the library.
#pragma once

// Of <windows.h>.
using HANDLE = void *;
using DWORD = unsigned int;
using BOOL = int;

namespace wil {
bool handle_wait(HANDLE hEvent, DWORD dwMilliseconds = ~0u,
                 BOOL bAlertable = 0) noexcept;

struct handle_storage;
template <typename storage_t, typename err_policy = void> class event_t {
public:
  void SetEvent() const noexcept;
  bool is_signaled() const noexcept;
  bool wait(DWORD dwMilliseconds = ~0u, BOOL bAlertable = 0) const noexcept;
};
using unique_event = event_t<handle_storage>;

enum class SlimEventType { AutoReset, ManualReset };
template <SlimEventType Type> class slim_event_t {
public:
  bool is_signaled() const noexcept;
  bool wait(DWORD timeoutMilliseconds) noexcept;
  bool wait() noexcept;
};
using slim_event = slim_event_t<SlimEventType::AutoReset>;

struct mutex_release_scope_exit {};
template <typename storage_t, typename err_policy = void> class mutex_t {
public:
  mutex_release_scope_exit acquire(DWORD *pStatus = nullptr,
                                   DWORD dwMilliseconds = ~0u,
                                   BOOL bAlertable = 0) const noexcept;
};
using unique_mutex = mutex_t<handle_storage>;

struct rwlock_release_exclusive_scope_exit {};
struct rwlock_release_shared_scope_exit {};
class srwlock {
public:
  rwlock_release_exclusive_scope_exit lock_exclusive() noexcept;
  rwlock_release_shared_scope_exit lock_shared() noexcept;
};
class condition_variable {
public:
  void wait(const rwlock_release_exclusive_scope_exit &lock) noexcept;
  void wait(const rwlock_release_shared_scope_exit &lock) noexcept;
  bool wait_for(const rwlock_release_exclusive_scope_exit &lock,
                DWORD timeoutMs) noexcept;
};
} // namespace wil
