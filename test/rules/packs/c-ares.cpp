// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %verify-pack c-ares %s
// Verified against: libc-ares-dev
#include <ares.h>

// What came after version 1.18: a stub of c-ares 1.34.
#define ARES_OPT_EVENT_THREAD (1 << 22)
extern "C" {
struct ares_dns_record_t;
enum ares_dns_class_t : int;
enum ares_dns_rec_type_t : int;
typedef void (*ares_callback_dnsrec)(void *, int, size_t, const ares_dns_record_t *);
int ares_reinit(ares_channel);
int ares_queue_wait_empty(ares_channel, int);
int ares_send_dnsrec(ares_channel, const ares_dns_record_t *, ares_callback_dnsrec, void *,
                     unsigned short *);
int ares_query_dnsrec(ares_channel, const char *, ares_dns_class_t, ares_dns_rec_type_t,
                      ares_callback_dnsrec, void *, unsigned short *);
int ares_search_dnsrec(ares_channel, const ares_dns_record_t *, ares_callback_dnsrec, void *);
}
