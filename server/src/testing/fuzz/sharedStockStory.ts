// A stock that several shows sell from: set, changed and given up, each refused for every reason there is.
import { type ShowId, ShowId as ShowIds, StaffId } from '@lantern/shared/contract/ids.ts'
import type { TestApp } from '../startTestApp.ts'

interface SharedStockCast {
  readonly owner: (name: string, input: unknown) => Promise<Record<string, unknown>>
  readonly app: TestApp
  readonly showId: ShowId
  /** On offer in the show, and one unit of it is paid. */
  readonly offerId: string
  readonly variantId: string
}

const NOBODY = 'nobody'

export async function tellOfSharedStock({ owner, app, showId, offerId, variantId }: SharedStockCast): Promise<void> {
  const other = ShowIds.parse(`${showId}-other`)
  const by = StaffId.parse('host')
  await app.store.createShow({ id: other, title: { en: 'Other' }, startsAt: 1 })
  const share = (part: object = {}) =>
    owner('stock:share', { variantId, units: 5, block: 2, showIds: [showId], revision: 0, ...part })
  await owner('stock:list', {})
  await share({ showIds: [NOBODY] })
  await share()
  await share({ units: 4 })
  await share({ units: 0, revision: 1 })
  await share({ units: 999, revision: 1 })
  await share({ showIds: [other], revision: 1 })
  await owner('offer:change', { offerId, allotted: 9 })
  await app.store.goLive(other, by)
  await app.ledger.endShow({ showId: other, by })
  await share({ showIds: [showId, other], revision: 1 })
  await owner('stock:unshare', { variantId: NOBODY, revision: 1 })
  await owner('stock:unshare', { variantId, revision: 9 })
  await owner('stock:unshare', { variantId, revision: 1 })
}
