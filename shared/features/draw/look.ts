// A draw as pages show it: how far it is, whose it is now, and where anyone can check it.
import type { OwnEntry } from '../../activities/activity.ts'
import { roundTime } from '../../activities/rounds.ts'
import type { Product } from '../../contract/things.ts'
import type { Draw, DrawWin, DrawWinner } from './contract.ts'

/** `waiting`: nobody can enter any more, and nobody knows yet who has won. */
export type DrawStage = 'soon' | 'open' | 'waiting' | 'drawn' | 'nobody' | 'cancelled'

export function stageOf({ state, drawn }: Pick<Draw, 'state' | 'drawn'>): DrawStage {
  if (state === 'draft' || state === 'announced') return 'soon'
  if (state === 'open') return 'open'
  if (state === 'cancelled' || state === 'removed') return 'cancelled'
  if (state === 'closed' || drawn === null) return 'waiting'
  return drawn.length === 0 ? 'nobody' : 'drawn'
}

/** Those whose prize it is now, in the order of their places. */
export function standingIn({ drawn }: Pick<Draw, 'drawn'>): readonly DrawWinner[] {
  return (drawn ?? []).filter(({ state }) => state !== 'expired').sort((a, b) => a.place - b.place)
}

/**
 * The viewer's own place among those drawn; null: they are none of them, as far as everyone may know. By the entry, or by what was
 * won: of a draw of long ago, whose place went on, a page may know the win alone.
 */
export function ownIn({ drawn }: Pick<Draw, 'drawn'>, entry: OwnEntry | null, win?: DrawWin | null): DrawWinner | null {
  const entryId = entry?.receipt?.entryId
  const isOwn = (winner: DrawWinner) =>
    winner.entryId === entryId || (winner.place === win?.place && winner.until === win.until)
  return drawn?.find(isOwn) ?? null
}

/** What was won waits for its winner to say how they are reached. */
export function isToClaim({ state, until }: Pick<DrawWin, 'state' | 'until'>, now: number): boolean {
  return state === 'won' && now < until
}

/** It is with everyone a few seconds after its time. */
const LATE_MS = 15_000

/** The public random number should be here by now: the shop's server cannot fetch it. */
export function isLate(draw: Pick<Draw, 'seal'>, now: number): boolean {
  const at = decidesAt(draw)
  return at !== null && now >= at + LATE_MS
}

/** When the public random number comes that decides; null: there is none. */
export function decidesAt({ seal }: Pick<Draw, 'seal'>): number | null {
  return seal === null || seal.round === null ? null : roundTime(seal.round)
}

export function picturedIn({ productId }: Pick<Draw, 'productId'>, products: readonly Product[]): Product | null {
  return products.find(({ id }) => id === productId) ?? null
}

const HOUR_MS = 3_600_000

export function claimHours({ claimMs }: Pick<Draw, 'claimMs'>): number {
  return Math.round(claimMs / HOUR_MS)
}
