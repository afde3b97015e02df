// Who asks for a page: a person, staff looking at their own shop, or a machine that draws a preview or loads ahead.
import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'
import { DEVICE_COOKIE, STAFF_COOKIE } from '../identity/cookies.ts'

export type Opener = 'person' | 'staff' | 'machine'

const ofStaff = [STAFF_COOKIE, DEVICE_COOKIE].flatMap(({ plain, secure }) => [`${plain}=`, `${secure}=`])

/** As browsers and messengers say of pages that nobody has asked to see yet. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

/** By what the request says of itself; whoever lies about it is taken for a person. */
export function openerOf({ headers }: Pick<IncomingMessage, 'headers'>): Opener {
  const { cookie = '', 'user-agent': agent = '' } = headers
  if (AHEAD.some((name) => /prefetch|preview/i.test(String(headers[name] ?? '')))) return 'machine'
  if (agent === '' || isbot(agent)) return 'machine'
  return ofStaff.some((name) => cookie.includes(name)) ? 'staff' : 'person'
}
