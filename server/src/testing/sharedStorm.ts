// Fifty shows sell one variant of 10,000 units, each of them in demand as another, until nobody gets any more.
import { HoldId, type OfferId, ProductId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Database } from '../database/database.ts'
import { shareStock } from '../features/sharedStock/shareStock.ts'
import { createLedger } from '../ledger/createLedger.ts'
import { newTimedId } from '../kit/timedId.ts'
import { createStore } from '../records/createStore.ts'
import { openDatabase } from '../app/openDatabase.ts'

export const SHOWS = 50
export const UNITS = 10_000
export const BLOCK = 50
/** More than there are, so that all shows are sold out in the end. */
const ASKED = 12_000
const AT_ONCE = 2000
const HOST = StaffId.parse('host')
const noOneToTell = () => {}

export interface Stormed {
  readonly granted: number
  readonly soldOut: number
  /** Shows that sold something. */
  readonly selling: number
  /** By the shows' own numbers. */
  readonly taken: number
  /** That the ledger's own check finds. */
  readonly wrong: number
  readonly holdsPerSecond: number
}

interface Sold {
  readonly showId: ShowId
  readonly offerId: OfferId
}

export interface StormPlan {
  /** Of PostgreSQL; null: the file. */
  readonly url: string | null
  readonly file: string
  /** One has all of it; several share it. */
  readonly shows: number
  /** Ledgers with a connection of their own. */
  readonly processes: number
}

/** Closes what it opens. */
export async function storm({ shows, processes, ...place }: StormPlan): Promise<Stormed> {
  const open = () => openDatabase(place)
  const sold = await fill(await open(), shows)
  const databases = await Promise.all(Array.from({ length: processes }, open))
  const ledgers = databases.map((database) => createLedger({ database, onChange: noOneToTell }))
  const codes: string[] = []
  const beganAt = performance.now()
  for (let from = 0; from < ASKED; from += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, async (_, nth) => {
      const ledger = ledgers[nth % processes]
      const outcome = await ledger?.place(aWish(pick(sold, from + nth), newTimedId()))
      codes.push(outcome === undefined || outcome.ok ? 'granted' : outcome.code)
    })
    await Promise.all(some)
  }
  const seconds = (performance.now() - beganAt) / 1000
  const wrong = (await ledgers[0]?.check())?.length ?? 0
  for (const ledger of ledgers) await ledger.close()
  for (const database of databases) await database.close()
  const counted = await count(await open(), sold)
  const of = (code: string) => codes.filter((one) => one === code).length
  return { granted: of('granted'), soldOut: of('SOLD_OUT'), ...counted, wrong, holdsPerSecond: ASKED / seconds }
}

/** A tenth of the shows have half of the demand. */
function pick(sold: readonly Sold[], nth: number): Sold {
  const busy = Math.ceil(sold.length / 10)
  const one = sold[nth % 2 === 0 ? (nth / 2) % busy : ((nth - 1) / 2) % sold.length]
  if (one === undefined) throw new Error('there is no show')
  return one
}

function aWish({ showId, offerId }: Sold, id: string) {
  return {
    holdId: HoldId.parse(id),
    showId,
    viewerId: ViewerId.parse(id),
    viewerName: 'Viewer',
    via: null,
    source: id.slice(-16),
    lines: [{ offerId, quantity: 1 }],
  }
}

async function fill(database: Database, shows: number): Promise<readonly Sold[]> {
  const store = createStore({ database, onChange: noOneToTell })
  const variants = [{ sku: 'PIECE', title: { en: 'One' }, priceMinor: 2000, stock: UNITS }]
  await store.setShop({ name: 'Bench' })
  await store.saveCatalogue('USD', [
    { id: ProductId.parse('piece'), title: { en: 'Piece' }, picture: '/p.svg', variants },
  ])
  const sold: Sold[] = []
  for (let nth = 0; nth < shows; nth += 1) {
    const showId = ShowId.parse(`show-${nth}`)
    await store.createShow({ id: showId, title: { en: `Show ${nth}` }, startsAt: Date.now() })
    await store.goLive(showId, HOST)
    const offer = (await store.readRoom(showId))?.room.offers[0]
    if (offer === undefined) throw new Error(`${showId} offers nothing`)
    sold.push({ showId, offerId: offer.id })
    if (nth + 1 < shows) continue
    const shared = { variantId: offer.variantId, units: UNITS, block: BLOCK, revision: 0, by: HOST }
    if (shows > 1) await store.change(shareStock, { ...shared, showIds: sold.map((one) => one.showId) })
  }
  await store.close()
  return sold
}

async function count(database: Database, sold: readonly Sold[]) {
  const store = createStore({ database, onChange: noOneToTell })
  const takens: number[] = []
  for (const { showId } of sold) takens.push((await store.readRoom(showId))?.room.offers[0]?.taken ?? 0)
  await store.close()
  return { taken: takens.reduce((sum, one) => sum + one, 0), selling: takens.filter((one) => one > 0).length }
}
