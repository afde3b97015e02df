// What is missing before a real show, as the owner reads it.
import * as z from 'zod'

export const DOCTOR_CHECKS = ['address', 'tls', 'turn', 'shop', 'webhook', 'disk', 'clock'] as const

const WHYS = [
  'reached',
  'no_address',
  'address_silent',
  'trusted',
  'no_tls',
  'tls_silent',
  'untrusted',
  'tls_ends',
  'acme_failed',
  'acme_late',
  'no_turn',
  'turn_works',
  'turn_silent',
  'turn_refused',
  'shop_well',
  'shop_failed',
  'webhook_seen',
  'no_webhook',
  'webhook_refused',
  'disk_fine',
  'disk_low',
  'clock_right',
  'clock_wrong',
  'clock_unknown',
] as const

/** `unsure`: it may be well, and cannot be seen from the server. */
export const Finding = z.object({
  check: z.enum(DOCTOR_CHECKS),
  state: z.enum(['good', 'unsure', 'bad']),
  why: z.enum(WHYS),
  /** What the sentence fills in: an address, days, gigabytes; `reason`: one of RefusedReason. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

/** GET /api/doctor (owner); takes some seconds. */
export const DoctorReport = z.object({ findings: z.array(Finding) })
export type DoctorReport = z.infer<typeof DoctorReport>
