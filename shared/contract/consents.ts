// What a viewer may agree to, and which version of its text is shown now (consentTexts.test.ts: another text is another version).
import * as z from 'zod'
import { json } from './route.ts'
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

const own = { status: 200, from: 'anyone', refusals: ['SESSION_OVER', 'TOO_MANY'] } as const

export const CONSENT_ROUTES = {
  /** Each consent of the viewer whose cookie it is, the newest first. */
  'GET /api/known/consents': { ...own, answers: json(z.object({ consents: z.array(OwnConsent) })) },
  /** From now on; what it allowed is undone: the contact is gone, links count for nobody. Safe to repeat. */
  'POST /api/known/consents/withdraw': { ...own, takes: json(WithdrawConsent), answers: json(z.object({})) },
} as const
