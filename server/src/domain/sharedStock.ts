// Units that several shows sell from: who draws how many, who gives back, and what each show may say of the rest.
import type { Offer, ShowPhase } from '@lantern/shared/contract/things.ts'

export interface CommonUnits {
  /** Drawn at once, where there are enough. */
  readonly block: number
  /** In no show. */
  readonly free: number
}

/** Smaller towards the end, so that one show does not keep what others are asked for. */
export function blockOf({ block, free }: CommonUnits, needed: number, shows: number): number {
  const fair = Math.floor(free / Math.max(1, shows))
  return Math.min(free, Math.max(needed, Math.min(block, fair)))
}

/** What a show has of the stock. */
export interface Share {
  readonly offerId: string
  readonly phase: ShowPhase
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
  /** People in line. */
  readonly waiting: number
  readonly shared: Shared
}

export type Shared = NonNullable<Offer['shared']>

/** What buyers have just asked a show for. */
export interface Wanted {
  readonly offerId: string
  readonly units: number
}

export interface Balanced {
  readonly free: number
  /** Those that have other units, or say something else of the rest. */
  readonly changed: readonly Share[]
}

/**
 * Moves what is free to where it is asked for: out of shows that are over, then to buyers, to those in line, and to shows that
 * have nothing left. Nothing that is held or paid moves.
 */
export function balance(common: CommonUnits, shares: readonly Share[], wanted: readonly Wanted[]): Balanced {
  const table = createTable(common, shares, new Set(wanted.map(({ offerId }) => offerId)))
  for (const share of shares) if (share.phase === 'ended') table.giveBack(share.offerId)
  for (const { offerId, units } of wanted) table.bring(offerId, units)
  for (const { offerId, phase, waiting } of shares) {
    if (phase === 'live' && waiting > 0) table.bring(offerId, waiting)
  }
  for (const { offerId, phase } of shares) if (phase !== 'ended') table.refill(offerId)
  for (const { offerId, phase } of shares) if (phase === 'live') table.halve(offerId)
  return compare(shares, table.read())
}

function compare(before: readonly Share[], { free, rows }: { free: number; rows: readonly Share[] }): Balanced {
  const says = sayOf(free, rows)
  const after = rows.map((row) => (row.phase === 'ended' ? row : { ...row, shared: says }))
  const isOther = (row: Share, nth: number) => row.free !== before[nth]?.free || row.shared !== before[nth]?.shared
  return { free, changed: after.filter(isOther) }
}

function createTable({ block, free: before }: CommonUnits, shares: readonly Share[], asking: ReadonlySet<string>) {
  const rows = new Map(shares.map((share) => [share.offerId, share]))
  const open = shares.filter(({ phase }) => phase !== 'ended').length
  let free = before

  function move(offerId: string, units: number): void {
    const row = rows.get(offerId)
    if (row === undefined || units === 0) return
    rows.set(offerId, { ...row, allotted: row.allotted + units, free: row.free + units })
  }

  function draw(offerId: string, needed: number): void {
    const units = blockOf({ block, free }, needed, open)
    free -= units
    move(offerId, units)
  }

  const givers = (offerId: string) => giversOf([...rows.values()], new Set([...asking, offerId]))

  return {
    giveBack(offerId: string): void {
      const units = rows.get(offerId)?.free ?? 0
      free += units
      move(offerId, -units)
    },
    bring(offerId: string, units: number): void {
      const missing = () => units - (rows.get(offerId)?.free ?? units)
      if (missing() > 0 && free > 0) draw(offerId, Math.min(free, missing()))
      for (const giver of givers(offerId)) {
        const given = Math.min(giver.free, Math.max(0, missing()))
        move(giver.offerId, -given)
        move(offerId, given)
      }
    },
    refill(offerId: string): void {
      if (rows.get(offerId)?.free === 0) draw(offerId, Math.min(1, free))
    },
    halve(offerId: string): void {
      const giver = givers(offerId).find((row) => row.free > 1)
      if (rows.get(offerId)?.free !== 0 || giver === undefined) return
      const given = Math.floor(giver.free / 2)
      move(giver.offerId, -given)
      move(offerId, given)
    },
    read: () => ({ free, rows: [...rows.values()] }),
  }
}

/** Shows that are not on air first, then those of most units; nobody gives what people ask or stand in line for. */
function giversOf(rows: readonly Share[], asking: ReadonlySet<string>): Share[] {
  return rows
    .filter((row) => row.free > 0 && row.waiting === 0 && !asking.has(row.offerId))
    .sort((a, b) => Number(a.phase === 'live') - Number(b.phase === 'live') || b.free - a.free)
}

/** `gone`: all of it is paid; until then something may come back. */
function sayOf(free: number, shares: readonly Share[]): Shared {
  if (free > 0) return 'more'
  return shares.every((share) => share.free === 0 && share.taken === share.paid) ? 'gone' : 'last'
}
