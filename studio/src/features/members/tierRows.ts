// Tiers as staff type them.
import { SaveTiers, type Tier } from '@lantern/shared/contract/members.ts'
import { createId } from '@lantern/shared/client/ids.ts'

export interface TierRow {
  readonly id: string
  readonly name: string
  readonly percent: string
}

export const newRow = (): TierRow => ({ id: createId(), name: '', percent: '' })

export const rowsOf = (tiers: readonly Tier[]): TierRow[] =>
  tiers.map(({ id, name, percent }) => ({ id, name, percent: percent === null ? '' : String(percent) }))

export function moveUp(rows: readonly TierRow[], nth: number): readonly TierRow[] {
  const [above, row] = [rows[nth - 1], rows[nth]]
  return above === undefined || row === undefined ? rows : rows.with(nth - 1, row).with(nth, above)
}

/** Null: not yet complete, or two of one name. */
export function tiersOf(rows: readonly TierRow[]): SaveTiers | null {
  const typed = rows.map(({ id, name, percent }) => ({
    id,
    name,
    percent: percent.trim() === '' ? null : Number(percent),
  }))
  const read = SaveTiers.safeParse({ tiers: typed })
  return read.success ? read.data : null
}
