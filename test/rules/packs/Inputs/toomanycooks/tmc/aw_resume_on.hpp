// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/task.hpp"

namespace tmc {
class aw_resume_on : public detail::awaiter<void>,
                     public detail::with_priority_mixin<aw_resume_on> {};
template <typename Exec> aw_resume_on resume_on(Exec &&Executor);
aw_resume_on change_priority(std::size_t Priority);

template <typename E>
class aw_ex_scope_exit : public detail::awaiter<void> {
public:
  [[nodiscard]] aw_ex_scope_exit &&exit();
};
template <typename E>
class [[nodiscard]] aw_ex_scope_enter
    : public detail::awaiter<aw_ex_scope_exit<E>> {};
template <typename E> aw_ex_scope_enter<E> enter(E &Executor);
} // namespace tmc
