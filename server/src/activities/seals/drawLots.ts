// Draws: of all entries, page by page, the ones with the smallest numbers, passing over who cannot win.
import type { Passed, PassedWhy } from './drawn.ts'
import { type Lot, numberOf } from './hashes.ts'

export interface Drawing extends Lot {
  /** So many winners at most. */
  readonly winners: number
  /** The ids of all entries; whoever waits for a page lets others go on. */
  readonly pages: AsyncIterable<readonly string[]>
  /** The entries of those who cannot win. */
  readonly out: ReadonlyMap<string, PassedWhy>
  /** Drawn or passed over before. */
  readonly skip: ReadonlySet<string>
}

export interface Lotted {
  readonly entryId: string
  /** Null: it wins. */
  readonly why: PassedWhy | null
}

interface Ticket extends Lotted {
  readonly number: string
}

/** In order, up to the last winner, with who was passed over in front of them. Fewer winners than asked for: there are no more, and all who cannot win are in it. */
export async function drawLots(drawing: Drawing): Promise<Lotted[]> {
  const { winners: most, pages, out, skip } = drawing
  const toNumber = numberOf(drawing)
  const best: Ticket[] = []
  const passed: Ticket[] = []
  const take = (entryId: string) => {
    if (skip.has(entryId)) return
    const ticket = { entryId, number: toNumber(entryId), why: out.get(entryId) ?? null }
    if (ticket.why !== null) passed.push(ticket)
    else keepBest(best, ticket, most)
  }
  for await (const page of pages) page.forEach(take)
  const last = best.length < most ? null : (best.at(-1)?.number ?? null)
  const inFront = passed.filter(({ number }) => last === null || number < last)
  return [...best, ...inFront].toSorted(byNumber).map(({ entryId, why }) => ({ entryId, why }))
}

export function splitLots(lots: readonly Lotted[]): { winners: string[]; passed: Passed[] } {
  return {
    winners: lots.flatMap(({ entryId, why }) => (why === null ? entryId : [])),
    passed: lots.flatMap(({ entryId, why }) => (why === null ? [] : { entryId, why })),
  }
}

/** The first one that can win, with who is passed over for it, and what is left behind it. `to` null: nobody can. */
export function firstOf(lots: readonly Lotted[]) {
  const at = lots.findIndex(({ why }) => why === null)
  const end = at === -1 ? lots.length : at
  return {
    to: lots[end]?.entryId ?? null,
    passed: splitLots(lots.slice(0, end)).passed,
    rest: lots.slice(end + 1),
  }
}

const byNumber = (a: Ticket, b: Ticket) => (a.number < b.number ? -1 : 1)

function keepBest(best: Ticket[], ticket: Ticket, most: number): void {
  const last = best.at(-1)
  if (best.length === most && last !== undefined && last.number < ticket.number) return
  const at = best.findIndex(({ number }) => ticket.number < number)
  best.splice(at === -1 ? best.length : at, 0, ticket)
  if (best.length > most) best.pop()
}
