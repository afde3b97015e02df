// The tiers of those who may be granted a hold in a batch: what they pay less.
import { groupPriceOf } from '@lantern/shared/contract/groupPrice.ts'
import type { Offered, OfferedPrice } from '../../domain/adjusting.ts'
import { NO_TIERS, readTiers, type Tiers } from '../../sharing/readTiers.ts'
import { inputsOf } from '../requests.ts'
import type { Draft, WorkingSet } from '../workingSet.ts'
import { type Book, type Opening, type Reader, unique } from './book.ts'

/** Read and never written here: what is decided is frozen in the hold. */
export const MEMBERS: Book = {
  name: 'members',
  rank: 98,
  locks: null,
  open: async (reader, opening) => ({ rows: { tiers: await readFor(reader, opening) }, adjust: priceTier }),
}

async function readFor(reader: Reader, { requests, rows }: Opening): Promise<Tiers> {
  const asking = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')]
  const viewerIds = unique([...asking.map(({ viewerId }) => viewerId), ...rows.waits.map((wait) => wait.viewer_id)])
  return viewerIds.length === 0 ? NO_TIERS : readTiers(reader, viewerIds)
}

/** What is held keeps what it was granted, whatever tier its buyer has by then. */
function priceTier({ tiers, policy, shelf }: WorkingSet, draft: Draft): Partial<Offered> {
  const tier = tiers.get(draft.viewerId)
  if (tier === undefined || draft.before !== null || !policy.carriesPrice) return {}
  const { percent, id: ref } = tier
  const prices = draft.lines.flatMap(({ offerId }): OfferedPrice[] => {
    const unitPriceMinor = groupPriceOf({ percent }, shelf.offer(offerId))
    return unitPriceMinor === null ? [] : [{ offerId, kind: 'tier_price', ref, unitPriceMinor }]
  })
  return { prices }
}
