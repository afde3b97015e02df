// Draws: of all entries, page by page, the ones with the smallest numbers, passing over who cannot win.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Lot, numberOf } from './hashes.ts'
import type { Passed, PassedWhy } from './drawn.ts'

export interface Entrant {
  readonly entryId: string
  /** Null: erased. */
  readonly viewerId: ViewerId | null
}

export interface Drawing extends Lot {
  readonly winners: number
  /** Of the entries as they were entered; whoever waits for a page lets others go on. */
  readonly pages: AsyncIterable<readonly Entrant[]>
  /** Who has won in this show already. */
  readonly wonBy: ReadonlySet<ViewerId>
  /** Who was seen as staff after entering. */
  readonly staff: ReadonlySet<ViewerId>
  /** Drawn or passed over before. */
  readonly skip: ReadonlySet<string>
}

interface Ticket {
  readonly number: string
  readonly entryId: string
}

/** Fewer winners than asked for: there are no more. */
export async function drawLots(drawing: Drawing): Promise<{ winners: string[]; passed: Passed[] }> {
  const { winners: most, pages, skip } = drawing
  const toNumber = numberOf(drawing)
  const best: Ticket[] = []
  const out: (Ticket & Passed)[] = []
  const take = ({ entryId, viewerId }: Entrant) => {
    if (skip.has(entryId)) return
    const ticket = { entryId, number: toNumber(entryId) }
    const why = whyPassed(drawing, viewerId)
    if (why !== null) out.push({ ...ticket, why })
    else keepBest(best, ticket, most)
  }
  for await (const page of pages) page.forEach(take)
  const last = best.length < most ? null : (best.at(-1)?.number ?? null)
  const passed = out.filter(({ number }) => last === null || number < last).toSorted(byNumber)
  return { winners: best.map(({ entryId }) => entryId), passed: passed.map(({ entryId, why }) => ({ entryId, why })) }
}

function whyPassed({ wonBy, staff }: Drawing, viewerId: ViewerId | null): PassedWhy | null {
  if (viewerId === null) return 'erased'
  if (staff.has(viewerId)) return 'staff'
  return wonBy.has(viewerId) ? 'won' : null
}

const byNumber = (a: Ticket, b: Ticket) => (a.number < b.number ? -1 : 1)

function keepBest(best: Ticket[], ticket: Ticket, most: number): void {
  const last = best.at(-1)
  if (best.length === most && last !== undefined && last.number < ticket.number) return
  const at = best.findIndex(({ number }) => ticket.number < number)
  best.splice(at === -1 ? best.length : at, 0, ticket)
  if (best.length > most) best.pop()
}
