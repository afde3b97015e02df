// Takes over what staff have chosen of what is new at the shop: in parts, each a transaction of its own, so that holds have their turn in between.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Chosen, ChosenChange, RefreshRecords, Taking } from '../records/refreshRecords.ts'
import type { ImportedProduct, KnownProduct, ShopRecords } from '../records/shopRecords.ts'
import { isOtherCurrency } from './importer.ts'
import type { FetchPicture } from './pictures.ts'
import { PICTURES_WITHIN_MS, withPictures } from './withPictures.ts'

export interface TakingNeeds {
  readonly records: Pick<ShopRecords, 'readCatalogue' | 'importCatalogue'> & RefreshRecords
  readonly fetchPicture: FetchPicture
  readonly clock: Clock
  /** Products that are taken over together. */
  readonly together?: number
}

export interface Taker {
  /** Resolves once it is taken over; at once where all are asked for and that is under way already. */
  take(keys: Chosen): Promise<Outcome<null, 'CURRENCY_CHANGED'>>
  /** No part begins after it; resolves when the one under way is over. Idempotent. */
  stop(): Promise<void>
}

const A_PART = 500

interface Sale {
  readonly currency: string
  readonly known: ReadonlyMap<string, KnownProduct>
  /** Pictures may be asked for until then. */
  readonly until: number
}

/** The shop sells it no more: without variants it is nobody's. */
function asGone(product: KnownProduct | undefined): ImportedProduct[] {
  if (product === undefined) return []
  const { id, externalId, title } = product
  return [{ id, externalId: externalId ?? '', title, picture: null, variants: [] }]
}

const skusOf = (changes: readonly ChosenChange[]) =>
  changes.flatMap(({ read }) => (read?.variants ?? []).flatMap(({ sku }) => (sku === '' ? [] : [sku])))

/** Who has a sku that one of them wants goes with it, so that two can change theirs for each other's. */
async function withHolders(
  { records }: TakingNeeds,
  keys: readonly string[],
  left: ReadonlySet<string>,
): Promise<ChosenChange[]> {
  const part = [...(await records.chosenChanges(keys))]
  const asked = new Set(keys)
  for (let news: readonly ChosenChange[] = part; news.length > 0;) {
    const holders = await records.holdersOf(skusOf(news))
    const more = holders.filter((id) => left.has(id) && !asked.has(id))
    more.forEach((id) => asked.add(id))
    news = more.length === 0 ? [] : await records.chosenChanges(more)
    part.push(...news)
  }
  return part
}

async function takePart(
  { records, fetchPicture, clock }: TakingNeeds,
  part: readonly ChosenChange[],
  { currency, known, until }: Sale,
): Promise<void> {
  const products = part.flatMap(({ read, productId }) => (read === null ? asGone(known.get(productId ?? '')) : [read]))
  const own = products.flatMap(({ id }) => known.get(id) ?? [])
  const whole = await withPictures({ products, known: own, fetchPicture, clock, until })
  await records.importCatalogue({ currency, products: whole, isWhole: false, isOfShop: true })
  await records.closeChanges(part)
}

async function readSale({ records, clock }: TakingNeeds): Promise<Outcome<Sale, 'CURRENCY_CHANGED'>> {
  const known = await records.readCatalogue()
  const inShop = (await records.readReading())?.shopCurrency ?? null
  if (inShop === null || isOtherCurrency(known, inShop))
    return refuse('CURRENCY_CHANGED', { detail: { from: known.currency, to: inShop } })
  const byId = new Map<string, KnownProduct>(known.products.map((product) => [product.id, product]))
  return grant({ currency: inShop, known: byId, until: clock() + PICTURES_WITHIN_MS })
}

const SAYS_EVERY_MS = 20_000

/** A part whose pictures are long in coming says that it is still at it, or another would begin beside it. */
function sayingSo({ records, fetchPicture, clock }: TakingNeeds, taking: () => Taking): FetchPicture {
  const last = { at: clock() }
  return async (url) => {
    if (clock() >= last.at + SAYS_EVERY_MS) {
      last.at = clock()
      await records.noteTaking(taking())
    }
    return fetchPicture(url)
  }
}

interface Stopping {
  isStopped: boolean
}

/** What is found anew meanwhile has been seen by nobody, and waits. */
async function takeAll(needs: TakingNeeds, sale: Sale, stopping: Stopping): Promise<void> {
  const { records, together = A_PART } = needs
  const seen = new Map((await records.openChanges()).map(({ key, digest }) => [key, digest]))
  const total = seen.size
  if (total === 0 || !(await records.beginTaking(total))) return
  const left = new Set(seen.keys())
  const taking = (): Taking => ({ done: total - left.size, total })
  const speaking = { ...needs, fetchPicture: sayingSo(needs, taking) }
  const takeNext = async () => {
    const keys = [...left].slice(0, together)
    const part = await withHolders(needs, keys, left)
    const asSeen = part.filter(({ key, digest }) => seen.get(key) === digest)
    await takePart(speaking, asSeen, sale)
    ;[...keys, ...part.map(({ key }) => key)].forEach((key) => left.delete(key))
    await records.noteTaking(taking())
  }
  try {
    while (left.size > 0 && !stopping.isStopped) await takeNext()
  } finally {
    await records.noteTaking(null)
  }
}

export function createTaker(needs: TakingNeeds): Taker {
  const stopping: Stopping = { isStopped: false }
  const running = new Set<Promise<unknown>>()

  async function begin(keys: Chosen): Promise<Outcome<null, 'CURRENCY_CHANGED'>> {
    const sale = await readSale(needs)
    if (!sale.ok) return sale
    if (keys === 'all') await takeAll(needs, sale.value, stopping)
    else await takePart(needs, await needs.records.chosenChanges(keys), sale.value)
    return grant(null)
  }

  return {
    take(keys) {
      const taking = begin(keys)
      const done = taking.catch(() => undefined).finally(() => running.delete(done))
      running.add(done)
      return taking
    },
    async stop() {
      stopping.isStopped = true
      await Promise.all(running)
    },
  }
}
