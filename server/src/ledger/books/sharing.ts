// By whom the viewers of a batch were brought: clicks on links of sharers, and the rules they count by.
import { isSharersOrder } from '../decide/credit.ts'
import { NOBODY_SHARES, readSharing } from '../../sharing/readSharing.ts'
import type { Sharing } from '../../sharing/readSharing.ts'
import { inputsOf } from '../requests.ts'
import { unique } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'

/** Read and never written here: what is decided is frozen in the hold. */
export const SHARING: Book = {
  name: 'sharing',
  rank: 97,
  locks: null,
  open: async (reader, opening) => ({ rows: { sharing: await readFor(reader, opening) } }),
}

/** Of those who may be granted a hold in this batch. */
async function readFor(reader: Reader, { requests, rows }: Opening): Promise<Sharing> {
  const asking = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')]
  const viewerIds = unique([...asking.map(({ viewerId }) => viewerId), ...rows.waits.map((wait) => wait.viewer_id)])
  if (viewerIds.length === 0) return NOBODY_SHARES
  const vias = [...asking.map(({ via }) => via), ...rows.waits.map(({ via }) => via)]
  const buyers = new Set(viewerIds)
  const bound = rows.holds.filter((hold) => buyers.has(hold.viewerId) && isSharersOrder(hold))
  return readSharing(reader, {
    viewerIds,
    vias: vias.flatMap((via) => via ?? []),
    bound: unique(bound.flatMap(({ credit }) => credit?.sharerId ?? [])),
  })
}
