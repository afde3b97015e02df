// The worker speaks libsrtp 3, whose policies are opaque and whose protect calls have separate input and output;
// Debian has libsrtp 2. This header gives version 2 those shapes.
#pragma once
#include <srtp2/srtp.h>
#include <string.h>
#include <stdlib.h>
#define srtp_err_status_buffer_small ((srtp_err_status_t)1001)
#define srtp_err_status_cryptex_err  ((srtp_err_status_t)1002)
typedef struct ms_policy { srtp_policy_t v2; unsigned char key[64]; } *ms_policy_t;
static inline srtp_err_status_t srtp_policy_create(ms_policy_t* p) { *p = (ms_policy_t)calloc(1, sizeof(**p)); return *p ? srtp_err_status_ok : srtp_err_status_alloc_fail; }
static inline void srtp_policy_destroy(ms_policy_t p) { free(p); }
static inline srtp_err_status_t srtp_policy_set_ssrc(ms_policy_t p, srtp_ssrc_t s) { p->v2.ssrc = s; return srtp_err_status_ok; }
static inline srtp_err_status_t srtp_policy_set_profile(ms_policy_t p, srtp_profile_t f) { srtp_err_status_t e = srtp_crypto_policy_set_from_profile_for_rtp(&p->v2.rtp, f); if (e) return e; return srtp_crypto_policy_set_from_profile_for_rtcp(&p->v2.rtcp, f); }
static inline srtp_err_status_t srtp_policy_add_key(ms_policy_t p, const unsigned char* k, size_t kl, const unsigned char* s, size_t sl, const unsigned char*, size_t) { if (kl + sl > sizeof(p->key)) return srtp_err_status_bad_param; memcpy(p->key, k, kl); memcpy(p->key + kl, s, sl); p->v2.key = p->key; return srtp_err_status_ok; }
static inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(ms_policy_t p, bool b) { p->v2.allow_repeat_tx = b; return srtp_err_status_ok; }
static inline srtp_err_status_t srtp_policy_set_window_size(ms_policy_t p, size_t n) { p->v2.window_size = n; return srtp_err_status_ok; }
static inline srtp_err_status_t ms_srtp_create(srtp_t* s, ms_policy_t p) { return srtp_create(s, &p->v2); }
static inline srtp_err_status_t ms_srtp_protect(srtp_t c, const uint8_t* in, size_t in_len, uint8_t* out, size_t* out_len, size_t) {
  if (*out_len < in_len + SRTP_MAX_TRAILER_LEN) return srtp_err_status_buffer_small;
  if (out != in) memcpy(out, in, in_len);
  int n = (int)in_len; srtp_err_status_t e = srtp_protect(c, out, &n); *out_len = (size_t)n; return e; }
static inline srtp_err_status_t ms_srtp_protect_rtcp(srtp_t c, const uint8_t* in, size_t in_len, uint8_t* out, size_t* out_len, size_t) {
  if (*out_len < in_len + SRTP_MAX_TRAILER_LEN + 4) return srtp_err_status_buffer_small;
  if (out != in) memcpy(out, in, in_len);
  int n = (int)in_len; srtp_err_status_t e = srtp_protect_rtcp(c, out, &n); *out_len = (size_t)n; return e; }
static inline srtp_err_status_t ms_srtp_unprotect(srtp_t c, const uint8_t* in, size_t in_len, uint8_t* out, size_t* out_len) {
  if (out != in) memcpy(out, in, in_len);
  int n = (int)in_len; srtp_err_status_t e = srtp_unprotect(c, out, &n); *out_len = (size_t)n; return e; }
static inline srtp_err_status_t ms_srtp_unprotect_rtcp(srtp_t c, const uint8_t* in, size_t in_len, uint8_t* out, size_t* out_len) {
  if (out != in) memcpy(out, in, in_len);
  int n = (int)in_len; srtp_err_status_t e = srtp_unprotect_rtcp(c, out, &n); *out_len = (size_t)n; return e; }
static inline srtp_err_status_t srtp_stream_remove(srtp_t c, uint32_t ssrc_n) { return srtp_remove_stream(c, ssrc_n); }
#define srtp_policy_t ms_policy_t
#define srtp_create ms_srtp_create
#define srtp_protect ms_srtp_protect
#define srtp_protect_rtcp ms_srtp_protect_rtcp
#define srtp_unprotect ms_srtp_unprotect
#define srtp_unprotect_rtcp ms_srtp_unprotect_rtcp
