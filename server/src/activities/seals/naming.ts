// Names the public random number that decides a draw: one that nobody can know before the draw has closed.
import { type Chain, roundFrom } from '@lantern/shared/activities/rounds.ts'

export interface ChainNow extends Chain {
  /** The latest round that is out, by the network and not by this machine's clock. */
  readonly round: number
  /** Whether it answered lately: a round of one that does not is named by nobody. */
  readonly isReached: boolean
}

/** Between the close and the round: clocks differ, and a batch takes its time. */
export const MARGIN_MS = 6000

interface Span {
  readonly now: number
  readonly closesAt: number
}

/** A clock that goes wrong makes it later, never earlier. */
export function nameRound(chain: ChainNow, { now, closesAt }: Span): number {
  const byClock = roundFrom(closesAt + MARGIN_MS, chain)
  const byNetwork = chain.round + Math.ceil((closesAt + MARGIN_MS - now) / chain.periodMs)
  return Math.max(byClock, byNetwork)
}

/** So near that whoever enters later might know it: the draw closes, whatever the clock says. */
export function isNear(
  chain: ChainNow | null,
  named: Pick<{ chain: string | null; round: number | null }, 'chain' | 'round'>,
) {
  if (chain === null || named.round === null || named.chain !== chain.hash) return false
  return chain.round >= named.round - 1
}
