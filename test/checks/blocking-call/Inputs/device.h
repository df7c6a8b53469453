// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace hw {

struct base_bus {
  void transfer(int);
  void flush();
  void drain();
};
struct bus : base_bus {};
struct fast_bus : base_bus {};
struct other_bus : base_bus {};

template <typename T> struct basic_port : T {};
using serial_port = basic_port<base_bus>;

inline namespace v2 {
enum mode { soft = 1, hard = 2 };
void reset(int mode);
void store(const void *);
} // namespace v2

struct driver {
  virtual ~driver() = default;
  virtual void probe();
};
struct usb_driver : driver {
  void probe() override;
};

template <typename F> void on_worker(F f) { (void)f; }
template <typename F> void on_worker(int, F f) { (void)f; }
template <typename F> void at_once(F f) { (void)f; }
template <typename F> void on_interrupt(F f) { (void)f; }

} // namespace hw
