// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub: declares what the rules name, with the signatures of TooManyCooks 1.7;
// not the library.
#pragma once

#include "tmc/auto_reset_event.hpp"
#include "tmc/aw_resume_on.hpp"
#include "tmc/aw_yield.hpp"
#include "tmc/channel.hpp"
#include "tmc/current.hpp"
#include "tmc/ex_cpu.hpp"
#include "tmc/ex_cpu_st.hpp"
#include "tmc/ex_manual_st.hpp"
#include "tmc/mutex.hpp"
#include "tmc/qu_mpsc_bounded.hpp"
#include "tmc/qu_mpsc_unbounded.hpp"
#include "tmc/qu_spsc_bounded.hpp"
#include "tmc/qu_spsc_unbounded.hpp"
#include "tmc/rw_lock.hpp"
#include "tmc/semaphore.hpp"
#include "tmc/spawn.hpp"
#include "tmc/sync.hpp"
#include "tmc/task.hpp"
