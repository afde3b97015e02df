// Sends what was handed over without a line, in the order in which it happened.
import type { LeaderApi } from './api.ts'
import type { Kept } from './kept.ts'

/** Of the page, not of the hand-over: it stays until the page can be had again. */
export const SHUT: ReadonlySet<string> = new Set(['LEADER_PAGE_GONE', 'OTHER_PHONE'])

/** Answers whether there is a line. What the server will not take stays, with its reason; what it cannot take now holds up none. */
export async function sendWaiting(api: Pick<LeaderApi, 'handed'>, kept: Kept): Promise<boolean> {
  for (const one of await kept.waiting()) {
    if (one.refused !== null) continue
    const answer = await api.handed(one)
    if (answer.kind === 'unreached') return false
    if (answer.kind === 'failed') continue
    if (answer.kind === 'refused' && SHUT.has(answer.code)) return true
    const refused = answer.kind === 'refused' ? answer.code : null
    await kept.changeWaiting((all) =>
      refused === null
        ? all.filter(({ id }) => id !== one.id)
        : all.map((now) => (now.id === one.id ? { ...now, refused } : now)),
    )
  }
  return true
}
