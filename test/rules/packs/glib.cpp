// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack glib %s -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
// Verified against: libglib2.0-dev
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib.h>
#include <glib/gstdio.h>
