// The addresses by which viewers read what they agreed to and take it back.
import * as z from 'zod'
import { OwnConsent, WithdrawConsent } from './consents.ts'
import { json } from './route.ts'

const own = { status: 200, from: 'anyone', refusals: ['SESSION_OVER', 'TOO_MANY'] } as const

export const CONSENT_ROUTES = {
  /** Each consent of the viewer whose cookie it is, the newest first. */
  'GET /api/known/consents': { ...own, answers: json(z.object({ consents: z.array(OwnConsent) })) },
  /** From now on; what it allowed is undone: the contact is gone, links count for nobody. Safe to repeat. */
  'POST /api/known/consents/withdraw': { ...own, takes: json(WithdrawConsent), answers: json(z.object({})) },
} as const
