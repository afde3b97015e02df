// A small shop with a live show for the ledger's tests: two products, one of them in two sizes, on a clock that tests move.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HoldId, OrderId, ProductId, SaleId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { createSharedClock } from '../../kit/clock.ts'
import type { SharedClock } from '../../kit/clock.ts'
import { createStore } from '../../records/createStore.ts'
import type { StoreOptions } from '../../records/createStore.ts'
import type { Database } from '../../database/database.ts'
import type { Beacon } from '../../activities/seals/beacon.ts'
import type { Store } from '../../records/store.ts'
import type { Book } from '../books/book.ts'
import { createLedger } from '../createLedger.ts'
import type { BrokenRules } from '../../activities/kind.ts'
import type { Ledger, PlaceHold, ShopFact, StartSale } from '../ledger.ts'
import type { LedgerPolicy, ViewersOf } from '../requests.ts'
import { openSqlite } from '../../app/openSqlite.ts'
import { writeBlankSqlite } from '../../testing/blankSqlite.ts'

/** A database that tests may open several times at once; `drop` removes it. */
export interface DatabasePlace {
  /** Of its ledger; default: those that are shipped. */
  readonly books?: readonly Book[]
  /** What `openShop` fills a new place with, without doing it again. */
  readonly filled?: FilledShop
  open(clock: SharedClock): Promise<Database>
  drop(): Promise<void>
}

export interface FilledShop {
  /** Puts the shop of the usual stock there, and answers its offers; null: nobody has kept it yet, or the place was opened. */
  put(): Promise<ShopOffers | null>
  /** The place was just filled, and nothing else is in it. */
  keep(offers: ShopOffers): Promise<void>
}

export type ShopOffers = Readonly<Record<'cup' | 'small' | 'large', OfferId>>

type SqlitePlace = DatabasePlace & { readonly file: string }

/** Its file is made, schema and all, by whoever opens it first. */
export async function newSqlitePlace(): Promise<SqlitePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-ledger-'))
  const file = join(folder, 'shop.db')
  return {
    file,
    open: (clock) => openSqlite({ file, clock }),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

async function blankPlace(): Promise<SqlitePlace> {
  const place = await newSqlitePlace()
  await writeBlankSqlite(place.file)
  return place
}

async function makeFilled() {
  const place = await blankPlace()
  const { offers, close } = await openShop(place)
  // Closing writes all of it into the one file.
  await close()
  const bytes = await readFile(place.file)
  await place.drop()
  return { bytes, offers }
}

/** Made when the first test asks; for the test files of one process they stay the same bytes. */
let filled: ReturnType<typeof makeFilled> | null = null

/** With today's schema and nothing in it. */
export async function sqlitePlace(): Promise<SqlitePlace> {
  const place = await blankPlace()
  let isNew = true
  return {
    ...place,
    filled: {
      async put() {
        if (!isNew) return null
        const { bytes, offers } = await (filled ??= makeFilled())
        await writeFile(place.file, bytes)
        return offers
      },
      keep: () => Promise.resolve(),
    },
    open(clock) {
      isNew = false
      return place.open(clock)
    },
  }
}

export const SHOW = ShowId.parse('show')
export const CUP = ProductId.parse('cup')
export const SHIRT = ProductId.parse('shirt')
export const STAFF = StaffId.parse('staff')
export const START_AT = 1_000_000_000

export interface TestShop {
  readonly clock: SharedClock
  readonly store: Store
  readonly ledger: Ledger
  readonly database: Database
  /** What sweeps said of activities whose rules fail. */
  readonly broken: readonly BrokenRules[]
  /** The offers of cup, shirt S and shirt L. */
  readonly offers: ShopOffers
  pool(offerId: OfferId): Promise<{ allotted: number; free: number; taken: number; paid: number }>
  close(): Promise<void>
}

export interface ShopStock {
  readonly cup: number
  readonly small: number
  readonly large: number
}

export interface TestShopOptions {
  readonly stock?: ShopStock
  readonly clock?: SharedClock
  readonly offerDefaults?: StoreOptions['offerDefaults']
  readonly policy?: Partial<LedgerPolicy>
  readonly beacon?: Beacon
  /** How many people its rooms show; default: nobody knows. */
  readonly viewersNow?: () => readonly ViewersOf[]
  /** Whether its shop can be told a price; default: it can. */
  readonly carriesPriceNow?: () => boolean
  /** Instead of the machine's random bytes, in hex. */
  readonly random?: (bytes: number) => string
}

/** Opens (and the first time fills) the shop at `place`. */
export async function openShop(place: DatabasePlace, options: TestShopOptions = {}): Promise<TestShop> {
  const clock = options.clock ?? createSharedClock(START_AT)
  const known = isUsual(options, clock) ? await place.filled?.put() : null
  const database = await place.open(clock)
  const { offerDefaults, policy = {} } = options
  const store = createStore({ database, onChange: () => {}, ...(offerDefaults && { offerDefaults }) })
  const broken: BrokenRules[] = []
  const onBroken = (some: readonly BrokenRules[]) => void broken.push(...some)
  const ledger = createLedger({
    database,
    onChange: () => {},
    onBroken,
    ...(place.books && { books: place.books }),
    ...givenOf(options),
    policy,
  })
  const offers = known ?? (await fillOnce({ store, place, options, clock }))
  return {
    clock,
    store,
    ledger,
    database,
    broken,
    offers,
    async pool(offerId) {
      const offer = (await store.readRoom(SHOW))?.room.offers.find(({ id }) => id === offerId)
      if (!offer) throw new Error(`no offer ${offerId}`)
      const { allotted, free, taken, paid } = offer
      return { allotted, free, taken, paid }
    },
    async close() {
      await ledger.close()
      await database.close()
    },
  }
}

/** What the ledger has of its own where a test does not say it. */
function givenOf({ beacon, viewersNow, carriesPriceNow, random }: TestShopOptions) {
  return {
    ...(beacon && { beacon }),
    ...(viewersNow && { viewersNow }),
    ...(carriesPriceNow && { carriesPriceNow }),
    ...(random && { random }),
  }
}

/** All that a filled shop depends on is as most tests have it. */
function isUsual({ stock, offerDefaults }: TestShopOptions, clock: SharedClock): boolean {
  return stock === undefined && offerDefaults === undefined && clock.now() === START_AT
}

interface Filling {
  readonly store: Store
  readonly place: DatabasePlace
  readonly options: TestShopOptions
  readonly clock: SharedClock
}

async function fillOnce({ store, place, options, clock }: Filling): Promise<ShopOffers> {
  if ((await store.readRoom(SHOW)) !== null) return findOffers(store)
  await fill(store, options.stock ?? { cup: 10, small: 5, large: 5 })
  const offers = await findOffers(store)
  if (isUsual(options, clock)) await place.filled?.keep(offers)
  return offers
}

async function findOffers(store: Store): Promise<ShopOffers> {
  const room = await store.readRoom(SHOW)
  const [cup, small, large] = [...(room?.room.products ?? [])].flatMap((product) =>
    product.variants.map((variant) => room?.room.offers.find((offer) => offer.variantId === variant.id)?.id),
  )
  if (!cup || !small || !large) throw new Error('the test shop has not three offers')
  return { cup, small, large }
}

async function fill(store: Store, stock: ShopStock): Promise<void> {
  const variant = (sku: string, units: number) => ({ sku, title: { en: sku }, priceMinor: 2000, stock: units })
  await store.setShop({ name: 'Test shop' })
  await store.saveCatalogue('USD', [
    { id: CUP, title: { en: 'Cup' }, picture: '/cup.svg', variants: [variant('CUP', stock.cup)] },
    {
      id: SHIRT,
      title: { en: 'Shirt' },
      picture: '/shirt.svg',
      variants: [variant('SHIRT-S', stock.small), variant('SHIRT-L', stock.large)],
    },
  ])
  await store.createShow({ id: SHOW, title: { en: 'Show' }, startsAt: START_AT })
  await store.goLive(SHOW, STAFF)
}

type Wanted = readonly (readonly [OfferId, number, seenMinor?: number])[]

/** Each line with the price that was seen; without one it may cost anything. */
export function aHold(id: string, viewer: string, wanted: Wanted): PlaceHold {
  const lines = wanted.map(([offerId, quantity, priceMinor]) => ({ offerId, quantity, priceMinor }))
  const viewerId = ViewerId.parse(viewer)
  return { holdId: HoldId.parse(id), showId: SHOW, viewerId, viewerName: viewer, via: null, source: null, lines }
}

export function aSale(id: string, more: Partial<StartSale> = {}): StartSale {
  return {
    saleId: SaleId.parse(id),
    showId: SHOW,
    productId: SHIRT,
    priceMinor: 1500,
    units: 4,
    perViewer: 2,
    countdownMs: 0,
    lengthMs: 60_000,
    by: STAFF,
    ...more,
  }
}

const eventNumbers = (function* () {
  for (let n = 1; ; n++) yield n
})()
const envelope = (holdId: string, eventId?: string) => ({
  eventId: eventId ?? `event-${eventNumbers.next().value}`,
  endpointId: 'shop',
  holdId: HoldId.parse(holdId),
})

export function opened(holdId: string, eventId?: string): ShopFact {
  return { ...envelope(holdId, eventId), type: 'checkout.opened' }
}

export function cancelled(holdId: string, orderId?: string): ShopFact {
  return { ...envelope(holdId), type: 'order.cancelled', ...(orderId && { orderId: OrderId.parse(orderId) }) }
}

export function paid(holdId: string, orderId: string, more: { amountMinor?: number; eventId?: string } = {}): ShopFact {
  const amountMinor = more.amountMinor ?? 2000
  const order = { orderId: OrderId.parse(orderId), amountMinor, currency: 'USD' }
  return { ...envelope(holdId, more.eventId), type: 'order.paid', ...order }
}

export function authorised(holdId: string, orderId: string, amountMinor = 2000): ShopFact {
  const order = { orderId: OrderId.parse(orderId), amountMinor, currency: 'USD' }
  return { ...envelope(holdId), type: 'order.authorised', ...order }
}

export function refunded(holdId: string, orderId?: string, amountMinor?: number): ShopFact {
  const order = orderId && { orderId: OrderId.parse(orderId) }
  return { ...envelope(holdId), type: 'order.refunded', amountMinor, ...order }
}
