// The script of the storm: one address, many fresh cookies, everything at once, as fast as its cookies are let.
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { commentId, holdOf, type Visitor } from './visitors.ts'

export interface Prey {
  readonly offers: readonly OfferId[]
  readonly soldOut: OfferId
}

export interface Script {
  /** `<command> <answer>` with how often it came. */
  readonly answers: ReadonlyMap<string, number>
  /** Resolves when every cookie has its last answer. */
  stop(): Promise<void>
}

/** As many as the shop lets one person have. */
const AT_ONCE = 5
const BETWEEN_MS = 1000

/** What it gets of the last offer it gives back at once and takes again; of the others it keeps it. */
export function startScript(cookies: readonly Visitor[], prey: Prey): Script {
  const answers = new Map<string, number>()
  let isOver = false
  const count = (name: string, outcome: Outcome<unknown>) => {
    const key = `${name} ${outcome.ok ? 'granted' : outcome.code}`
    answers.set(key, (answers.get(key) ?? 0) + 1)
    return outcome.ok
  }
  const play = async (cookie: Visitor, nth: number) => {
    for (let round = 0; !isOver; round++) {
      await grab(cookie, nth + round)
      count('waitlist:join', await cookie.send('waitlist:join', { offerId: prey.soldOut, quantity: 1 }))
      const post = { commentId: commentId(), text: `cheaper elsewhere ${nth} ${round}` }
      count('comment:post', await cookie.send('comment:post', post))
      count('like:send', await cookie.send('like:send', { count: 20 }))
      await pause(BETWEEN_MS)
    }
  }
  const grab = async (cookie: Visitor, nth: number) => {
    const offerId = prey.offers[nth % prey.offers.length]
    if (offerId === undefined) throw new Error('nothing to hoard')
    const hold = holdOf(offerId, AT_ONCE)
    const isGranted = count('hold:place', await cookie.send('hold:place', hold))
    if (isGranted && offerId === prey.offers.at(-1))
      count('hold:release', await cookie.send('hold:release', { holdId: hold.holdId }))
  }
  const playing = Promise.all(cookies.map(play))
  return {
    answers,
    stop: async () => {
      isOver = true
      await playing
    },
  }
}
