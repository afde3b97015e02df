// What a ledger does so that no unit of a shared stock lies where nobody asks for it.
import type { ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import type { Database } from '../database/database.ts'
import type { Wanted } from '../domain/sharedStock.ts'
import { createGroup } from '../kit/group.ts'
import { balanceStock, findStockOf, findUnbalanced } from './jobs/balance.ts'
import type { PlaceHold, PlaceOutcome } from './ledger.ts'

export interface Sharing {
  /** As the queue answers; where other shows have what is missing, it is brought here and asked for again. */
  place(request: PlaceHold): Promise<PlaceOutcome>
  /** Moves what nobody has asked for by name: units of shows that are over, and to shows that have none. */
  balance(): Promise<void>
}

interface SharingNeeds {
  readonly database: Database
  readonly onChange: (showIds: ReadonlySet<ShowId>) => void
  readonly place: (request: PlaceHold) => Promise<PlaceOutcome>
}

const TOGETHER = 500
/** What was brought here others may have been quicker to ask for. */
const TRIES = 3

export function createSharing({ database, onChange, place }: SharingNeeds): Sharing {
  async function move(variantId: VariantId, wanted: readonly Wanted[]): Promise<void> {
    const { showIds } = await database.run(balanceStock, { variantId, wanted })
    if (showIds.length > 0) onChange(new Set(showIds))
  }

  // One at a time: whoever is asked while units are on their way may find them there.
  const group = createGroup<Wanted, null>(TOGETHER, async (wanted) => {
    const found = await database.run(findStockOf, { offerIds: wanted.map(({ offerId }) => OfferId.parse(offerId)) })
    const variantOf = new Map<string, VariantId>(found.map(({ id, variant_id }) => [id, variant_id]))
    const byVariant = Map.groupBy(addUp(wanted), ({ offerId }) => variantOf.get(offerId))
    for (const [variantId, own] of byVariant) if (variantId !== undefined) await move(variantId, own)
    return wanted.map(() => null)
  })

  return {
    async place(request) {
      let outcome = await place(request)
      for (let tried = 1; tried < TRIES; tried += 1) {
        const wanted = outcome.ok ? null : findElsewhere(outcome, request)
        if (wanted === null) return outcome
        await group.add(wanted)
        outcome = await place(request)
      }
      return outcome
    },
    async balance() {
      for (const variantId of await database.run(findUnbalanced, null)) await move(variantId, [])
    },
  }
}

function findElsewhere(refusal: Exclude<PlaceOutcome, { ok: true }>, { lines }: PlaceHold): Wanted | null {
  if (refusal.detail?.['elsewhere'] !== true) return null
  const own = lines.filter(({ offerId }) => offerId === refusal.detail?.['offerId'])
  const [first] = own
  return first === undefined
    ? null
    : { offerId: first.offerId, units: own.reduce((sum, { quantity }) => sum + quantity, 0) }
}

function addUp(wanted: readonly Wanted[]): Wanted[] {
  return [...Map.groupBy(wanted, ({ offerId }) => offerId)].map(([offerId, own]) => ({
    offerId,
    units: own.reduce((sum, { units }) => sum + units, 0),
  }))
}
