// The shop on our own ledger: filled through the server's store, sold from through its Ledger, counted by both.
import { HoldId, OfferId, ProductId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createLedger } from '@lantern/server/src/ledger/createLedger.ts'
import { createStore } from '@lantern/server/src/records/createStore.ts'
import type { Database } from '@lantern/server/src/database/database.ts'
import { type Client, RefusedError } from './contender.ts'
import { HOLD_MS, PER_VIEWER, UNITS_PER_OFFER } from './plan.ts'

const SHOW = ShowId.parse('bench')
const noOneToTell = () => {}

/** A live show with so many offers; closes the database. */
export async function fillShop(database: Database, offers: number): Promise<readonly string[]> {
  const offerDefaults = { perViewer: PER_VIEWER, policy: 'lock_on_hold', holdMs: HOLD_MS } as const
  const store = createStore({ database, onChange: noOneToTell, offerDefaults })
  const products = Array.from({ length: offers }, (_, index) => ({
    id: ProductId.parse(`product-${index}`),
    title: { en: `Product ${index}` },
    picture: '/product.svg',
    variants: [{ sku: `SKU-${index}`, title: { en: 'One' }, priceMinor: 2000, stock: UNITS_PER_OFFER }],
  }))
  await store.setShop({ name: 'Bench' })
  await store.saveCatalogue('USD', products)
  await store.createShow({ id: SHOW, title: { en: 'Bench' }, startsAt: Date.now() })
  await store.goLive(SHOW, StaffId.parse('bench'))
  const room = await store.readRoom(SHOW)
  await store.close()
  return (room?.room.offers ?? []).map((offer) => offer.id)
}

export function createLedgerClient(database: Database, offerIds: readonly string[]): Client {
  const ledger = createLedger({ database, onChange: noOneToTell })
  const offers = offerIds.map((id) => OfferId.parse(id))
  return {
    async place({ holdId, viewerId, offer }) {
      const offerId = offers[offer]
      if (offerId === undefined) throw new Error(`there is no offer ${offer}`)
      const outcome = await ledger.place({
        holdId: HoldId.parse(holdId),
        showId: SHOW,
        viewerId: ViewerId.parse(viewerId),
        viewerName: 'Viewer',
        via: null,
        // In production a hashed address: nearly every viewer's own.
        source: viewerId.slice(-16),
        lines: [{ offerId, quantity: 1 }],
      })
      if (!outcome.ok) throw new RefusedError(outcome.code)
    },
    async close() {
      await ledger.close()
      await database.close()
    },
  }
}

/** Units taken, by the ledger's own check against every hold; closes the database. */
export async function countTaken(database: Database): Promise<number> {
  const ledger = createLedger({ database, onChange: noOneToTell })
  const drifts = await ledger.check()
  if (drifts.length > 0) throw new Error(`the ledger drifted: ${drifts.map(({ what }) => what).join('; ')}`)
  const open = await ledger.countOpenHolds()
  await ledger.close()
  await database.close()
  return open
}
