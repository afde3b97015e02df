// Whose each place was, one after the other.
import type { Published } from './proof.ts'

export interface Row {
  readonly entryId: string
  readonly place: number
  readonly isLost: boolean
}

/** The next in order stands under whom they follow. */
export function rowsOf({ drawn }: Published['proof']): readonly Row[] {
  if (drawn === null) return []
  const next = new Map(drawn.redraws.map(({ lost, to }) => [lost, to]))
  return drawn.winners.flatMap((first, nth) => {
    const rows: Row[] = []
    for (let entryId: string | null = first; entryId !== null; entryId = next.get(entryId) ?? null)
      rows.push({ entryId, place: nth + 1, isLost: next.has(entryId) })
    return rows
  })
}
