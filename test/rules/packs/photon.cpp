// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack photon %s -I%S/Inputs/photon
// Verified against: a stub of PhotonLibOS 0.9
#include <photon/common/executor/executor.h>
#include <photon/net/http/server.h>
#include <photon/net/socket.h>
#include <photon/net/utils.h>
#include <photon/thread/coro20.h>
#include <photon/thread/go.h>
#include <photon/thread/std-compat.h>
#include <photon/thread/thread11.h>
#include <photon/thread/timer.h>
#include <photon/thread/workerpool.h>
