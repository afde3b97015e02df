// What a viewer may agree to, and which version of its text is shown now (consentTexts.test.ts: another text is another version).
import * as z from 'zod'
import { Locale } from './things.ts'

/** `share`: earning by links; `prize`: being reached for a prize; `contact`: being reached as a tester. */
export const CONSENT_PURPOSES = ['share', 'prize', 'contact'] as const
export const ConsentPurpose = z.enum(CONSENT_PURPOSES)
export type ConsentPurpose = z.infer<typeof ConsentPurpose>

/** Of the texts beside a contact; that of sharing is its feature's. */
export const CONTACT_TEXTS = { prize: '1', contact: '1' } as const

export const ConsentId = z.string().regex(/^[A-Za-z0-9_.-]{1,300}$/)

/** Beside a consent, the language in which its text was read; pages of before say none. */
export const ReadIn = Locale.optional()

export const OwnConsent = z.object({
  id: ConsentId,
  purpose: ConsentPurpose,
  /** In the show of that title; null: for the shop. */
  show: z.string().nullable(),
  version: z.string(),
  language: Locale.nullable(),
  givenAt: z.number(),
  withdrawnAt: z.number().nullable(),
})
export type OwnConsent = z.infer<typeof OwnConsent>

export const WithdrawConsent = z.object({ id: ConsentId })
