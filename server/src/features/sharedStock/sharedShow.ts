// Three shows that sell one cup for the tests of shared stocks: `a` and `b` are live, `c` is planned.
import { HoldId, type OfferId, ShowId, StaffId, type VariantId } from '@lantern/shared/contract/ids.ts'
import type { Offer } from '@lantern/shared/contract/things.ts'
import { aHold, CUP, SHOW, STAFF, START_AT, type TestShop } from '../../ledger/proofs/testShop.ts'
import { readVariants } from './readVariants.ts'
import { type ShareOutcome, shareStock, type ShareStock } from './shareStock.ts'
import { type UnshareOutcome, unshareStock } from './unshareStock.ts'

export const B = ShowId.parse('show-b')
export const C = ShowId.parse('show-c')
const HOST = StaffId.parse('host')

export interface SharedShow {
  readonly variantId: VariantId
  offerIn(showId: ShowId): Promise<Offer>
  share(more?: Partial<ShareStock>): Promise<ShareOutcome>
  unshare(revision: number): Promise<UnshareOutcome>
  /** Those in no show and all that shows have, taken or not. */
  unitsOfAll(): Promise<number>
  /** The stock, and what each show has free. */
  stock(): Promise<{ units: number; free: number; shows: Record<string, number> } | null>
  hold(id: string, showId: ShowId, quantity?: number): ReturnType<TestShop['ledger']['place']>
  /** Twice: what the first has brought somewhere the second gives to those in line. */
  sweep(): Promise<number>
}

export async function openSharedShow(shop: TestShop): Promise<SharedShow> {
  const { store } = shop
  for (const id of [B, C]) await store.createShow({ id, title: { en: id }, startsAt: START_AT + 3_600_000 })
  await store.goLive(B, HOST)
  return sharedShowOf(shop)
}

export async function sharedShowOf({ store, ledger }: TestShop): Promise<SharedShow> {
  const find = async (showId: ShowId) => {
    const offer = (await store.readRoom(showId))?.room.offers.find(({ productId }) => productId === CUP)
    if (!offer) throw new Error(`no cup in ${showId}`)
    return offer
  }
  const { variantId } = await find(SHOW)
  const findShared = async () =>
    (await store.run(readVariants, { showId: SHOW })).find((one) => one.variantId === variantId)
  const offers = new Map<ShowId, OfferId>()
  for (const showId of [SHOW, B, C]) offers.set(showId, (await find(showId)).id)
  return {
    variantId,
    offerIn: find,
    share: (more = {}) =>
      store.change(shareStock, {
        ...{ variantId, units: 10, block: 3, showIds: [SHOW, B, C], revision: 0, by: STAFF },
        ...more,
      }),
    unshare: (revision) => store.change(unshareStock, { variantId, revision, by: STAFF }),
    async unitsOfAll() {
      const cup = await findShared()
      const inShows = (cup?.shows ?? []).filter(({ isIn }) => isIn).reduce((sum, { allotted }) => sum + allotted, 0)
      return (cup?.stock?.free ?? 0) + inShows
    },
    async stock() {
      const cup = await findShared()
      if (!cup?.stock) return null
      const shows = cup.shows.filter(({ isIn }) => isIn).map(({ showId, free }) => [showId, free] as const)
      return { units: cup.stock.units, free: cup.stock.free, shows: Object.fromEntries(shows) }
    },
    hold(id, showId, quantity = 1) {
      const offerId = offers.get(showId)
      if (!offerId) throw new Error(`no cup in ${showId}`)
      return ledger.place({ ...aHold(id, `v-${id}`, [[offerId, quantity]]), holdId: HoldId.parse(id), showId })
    },
    async sweep() {
      await ledger.sweep(100)
      return ledger.sweep(100)
    },
  }
}
