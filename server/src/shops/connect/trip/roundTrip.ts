// The whole way of a shop without charging anybody: products, a priced cart, its checkout, money back and stock set apart.
import { RoundTrip, TRIP_STEPS, type TripStep, type TripStepId } from '@lantern/shared/contract/connections.ts'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import { shopAddresses } from '../../shopAddresses.ts'
import type { ShopCatalogue } from '../../catalogue/catalogue.ts'
import type { LiveShop } from '../liveShops.ts'
import { failed, type Found, refused, toDo } from './problems.ts'
import {
  countProducts,
  giveBack,
  hostOf,
  type Knock,
  lookAtShop,
  openCheckout,
  priceCart,
  setApart,
  type Shelf,
} from './steps.ts'
import { itemOf, type TestItem, testHoldOf } from './testHold.ts'

/** As it is kept: all but the message of the shop, which is looked for whenever it is read. */
export const TripResult = z.object({
  steps: RoundTrip.shape.steps,
  onlyHere: RoundTrip.shape.onlyHere,
  clockOffSeconds: z.number().nullable(),
  /** Whose code at the shop is to be ended. */
  holdIds: z.array(HoldId),
})
export type TripResult = z.infer<typeof TripResult>

export interface TripNeeds {
  readonly shop: LiveShop
  readonly shelf: Shelf
  /** Ids of the shop's stock locations, as far as they can be read. */
  readonly locations: readonly string[]
  readonly knock: Knock
  readonly clock: Clock
  /** For a step, in ms. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 20_000
const MOST_NAMED = 20
/** The shop says whole seconds, and its answer takes a moment. */
const CLOCK_OFF_MS = 3000

/** Whatever a step does, it ends, and says what came of it. */
async function within(timeoutMs: number, work: Promise<Found>): Promise<Found> {
  const clock: { timer?: NodeJS.Timeout } = {}
  const late = new Promise<Found>((resolve) => {
    clock.timer = setTimeout(() => resolve(failed('timed_out', { seconds: Math.round(timeoutMs / 1000) })), timeoutMs)
  })
  const broken = (error: unknown) =>
    failed('broken', { why: (error instanceof Error ? error.message : String(error)).slice(0, 200) })
  return Promise.race([work.catch(broken), late]).finally(() => clearTimeout(clock.timer))
}

async function readClockOff({ shop: { settings }, knock, clock }: TripNeeds): Promise<number | null> {
  const before = clock()
  const url = settings.medusaUrl ?? shopAddresses(settings).find((address) => !address.includes('{host}')) ?? ''
  const answer = await knock(url)
  if ('problem' in answer || answer.saidAt === null) return null
  const offMs = Math.abs((before + clock()) / 2 - 500 - answer.saidAt)
  return offMs > CLOCK_OFF_MS ? Math.round(offMs / 1000) : null
}

function findOnlyHere(read: ShopCatalogue | null, { products }: Shelf): TripResult['onlyHere'] {
  if (read === null) return { count: 0, some: [] }
  const there = new Set(read.products.flatMap(({ variants }) => variants.map(({ sku }) => sku.trim())))
  const missing = products.flatMap(({ title, variants }) =>
    variants.filter(({ available, sku }) => available && !there.has(sku)).map(({ sku }) => ({ product: title, sku })),
  )
  return { count: missing.length, some: missing.slice(0, MOST_NAMED) }
}

type Steps = Record<Exclude<TripStepId, 'told_of_order'>, Found>

interface Cart {
  readonly item: TestItem
  readonly currency: string
}

/** The way of a buyer, one step after the other; a link that works once is made anew for whoever pays the test order. */
async function goToCheckout({ shop, clock, knock }: TripNeeds, { item, currency }: Cart) {
  const { answers } = shop.checkout
  const hold = testHoldOf(item, answers, { currency, now: clock() })
  const { step, href } = await priceCart(shop, hold, item)
  const opened = await openCheckout({ kind: shop.kind, href }, knock, clock)
  if (answers.price !== 'signed' || opened.state !== 'passed') return { step, opened, holdIds: [hold.id] }
  const again = testHoldOf(item, answers, { currency, now: clock() })
  const link = (await priceCart(shop, again, item)).href
  const figures = { ...opened.figures, ...(link !== null && { link }) }
  return { step, opened: { ...opened, figures }, holdIds: [hold.id, again.id] }
}

async function walk(needs: TripNeeds, read: ShopCatalogue | null): Promise<Omit<TripResult, 'clockOffSeconds'>> {
  const { shop, shelf, locations, timeoutMs = TIMEOUT_MS } = needs
  const products = countProducts(read, shelf)
  const item = itemOf(read, shelf.products)
  const currency = read?.currency ?? shelf.currency
  const holdIds: HoldId[] = []
  const way =
    item === null || currency === null
      ? Promise.resolve(null)
      : goToCheckout(needs, { item, currency }).then((gone) => {
          holdIds.push(...gone.holdIds)
          return gone
        })
  const [priced, opened, apart] = await Promise.all([
    within(
      timeoutMs,
      way.then((gone) => gone?.step ?? toDo('after_others')),
    ),
    within(
      timeoutMs,
      way.then((gone) => gone?.opened ?? toDo('after_others')),
    ),
    within(timeoutMs, setApart(shop, item, locations)),
  ])
  const found: Steps = {
    reads_products: products,
    priced_cart: priced,
    opens_checkout: opened,
    gives_back: giveBack(shop),
    sets_stock_apart: apart,
  }
  return { steps: toSteps(found), onlyHere: findOnlyHere(read, shelf), holdIds }
}

const UNTRIED: Found = { state: 'untried', figures: {}, problem: null, detail: {} }

function toSteps(found: Partial<Steps>): TripStep[] {
  return TRIP_STEPS.map((id) => ({ id, ...(id === 'told_of_order' ? UNTRIED : (found[id] ?? UNTRIED)) }))
}

/** The first step did not pass: the others come after it. */
export function stoppedAt(first: Found): TripResult {
  const later = toDo('after_others')
  const found = { priced_cart: later, opens_checkout: later, gives_back: later, sets_stock_apart: later }
  const none = { onlyHere: { count: 0, some: [] }, clockOffSeconds: null, holdIds: [] }
  return { steps: toSteps({ reads_products: first, ...found }), ...none }
}

/** Never rejects. Buyers' money is not touched; carts and codes of a test hold are made, which end by themselves. */
export async function runRoundTrip(needs: TripNeeds): Promise<TripResult> {
  const { shop, timeoutMs = TIMEOUT_MS } = needs
  const kept: { read: ShopCatalogue | null } = { read: null }
  const looking = lookAtShop(shop).then((outcome): Found => {
    if (!outcome.ok) return refused(outcome, hostOf(shop.settings.medusaUrl ?? shop.settings.shopUrl))
    kept.read = outcome.value
    return countProducts(outcome.value, needs.shelf)
  })
  const [first, clockOffSeconds] = await Promise.all([
    within(timeoutMs, looking),
    readClockOff(needs).catch(() => null),
  ])
  if (first.state !== 'passed') return { ...stoppedAt(first), clockOffSeconds }
  return { ...(await walk(needs, kept.read)), clockOffSeconds }
}
