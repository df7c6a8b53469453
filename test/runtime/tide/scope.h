// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Leaving a scope in peace: shields, and cleanup that awaits.
#pragma once

#include <tide/outcome.h>

#include <utility>

namespace tide {
namespace detail {

/// Holds requests to stop back that come from outside of it.
class shield_scope {
public:
  shield_scope() { owner_.enter_shield(); }
  shield_scope(const shield_scope &) = delete;
  shield_scope &operator=(const shield_scope &) = delete;
  ~shield_scope() { owner_.leave_shield(); }

private:
  activity &owner_ = activity::current();
};

} // namespace detail

/// Awaits \p work, and lets no request to stop through until it has ended; a
/// deadline that is set inside still counts. Unlike asyncio's shield it does
/// not leave the work running behind its caller's back.
template <class T> task<T> shield(task<T> work) {
  detail::shield_scope scope;
  co_return co_await std::move(work);
}

/// Awaits \p body, then the task that \p cleanup makes, whatever the body ended
/// with: 'try ... finally' with an await in the second part. A cleanup that
/// must not be interrupted is put under a shield.
template <class T, class Cleanup>
task<T> with_cleanup(task<T> body, Cleanup cleanup) {
  auto result = co_await settle(std::move(body));
  co_await cleanup();
  co_return std::move(result).value();
}

} // namespace tide
