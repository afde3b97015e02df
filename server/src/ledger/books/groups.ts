// The groups of those who may be granted a hold in a batch: what they pay less, and where they fetch it.
import { groupPriceOf } from '@lantern/shared/contract/groupPrice.ts'
import type { Offered, OfferedPrice } from '../../domain/adjusting.ts'
import { type Grouped, NO_GROUPS, readGrouped, termsOf } from '../../sharing/readGrouped.ts'
import { inputsOf } from '../requests.ts'
import type { Draft, WorkingSet } from '../workingSet.ts'
import { unique } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'

/** Read and never written here: what is decided is frozen in the hold. */
export const GROUPS: Book = {
  name: 'groups',
  rank: 96,
  locks: null,
  open: async (reader, opening) => ({ rows: { grouped: await readFor(reader, opening) }, adjust: priceGroup }),
}

async function readFor(reader: Reader, { requests, rows }: Opening): Promise<Grouped> {
  const asking = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')]
  const viewerIds = unique([...asking.map(({ viewerId }) => viewerId), ...rows.waits.map((wait) => wait.viewer_id)])
  if (viewerIds.length === 0) return NO_GROUPS
  const showIds = unique([...asking.map(({ showId }) => showId), ...rows.waits.map((wait) => wait.show_id)])
  return readGrouped(reader, { showIds, viewerIds })
}

/** What is held keeps what it was granted: a list that changes, or a hold that does, moves nothing. */
function priceGroup({ grouped, policy, shelf }: WorkingSet, draft: Draft): Partial<Offered> {
  if (draft.before !== null || !policy.carriesPrice) return {}
  const terms = termsOf(grouped, draft)
  const off = terms?.off ?? null
  if (terms === null || off === null) return {}
  const prices = draft.lines.flatMap(({ offerId }): OfferedPrice[] => {
    const unitPriceMinor = groupPriceOf(off, shelf.offer(offerId))
    return unitPriceMinor === null ? [] : [{ offerId, kind: 'group_price', ref: terms.group.id, unitPriceMinor }]
  })
  return { prices }
}
