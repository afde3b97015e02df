// A route for staff of some roles: whoever has none of them is refused, and what is done is answered as it came out.
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Request, RequestHandler } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { staffCookiesOf } from './visit.ts'

export type Act = (req: Request, staffId: StaffId) => Promise<Outcome<object | null>>

export const byStaff =
  ({ identity }: Pick<HttpNeeds, 'identity'>) =>
  (roles: readonly string[], act: Act): RequestHandler =>
  async (req, res) => {
    const who = await identity.staffFromCookie(staffCookiesOf(req))
    if (!who.ok) return sendRefusal(res, who)
    if (!roles.includes(who.value.role)) return sendRefusal(res, refuse('NOT_ALLOWED'))
    const done = await act(req, who.value.id)
    if (!done.ok) return sendRefusal(res, done)
    res.json(done.value ?? {})
  }
