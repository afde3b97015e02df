// Reads the shop anew, on its word and by a schedule, and keeps what is another until staff take it or leave it: nothing moves by itself.
import { createHash } from 'node:crypto'
import {
  CHANGES_A_PAGE,
  type CatalogueChanges,
  MOST_DIFFERENCES,
  type ProductChange,
} from '@lantern/shared/contract/catalogue.ts'
import type { Log } from '../../ops/log.ts'
import type { Checkout } from '../checkout.ts'
import type { Chosen, FoundChange, RefreshRecords } from '../records/refreshRecords.ts'
import type { ProductDifferences } from './differences.ts'
import { isOtherCurrency, newId } from './importer.ts'
import { planImport } from './plan.ts'
import { createTaker, type Taker, type TakingNeeds } from './takeChanges.ts'

export interface RefresherNeeds extends TakingNeeds {
  readonly checkout: Pick<Checkout, 'readCatalogue'>
}

export interface Refresher {
  /** Reads the shop now; resolves once what it says is kept, or why it could not be read. */
  read(): Promise<void>
  list(after: string | null): Promise<CatalogueChanges>
  /**
   * Resolves once it is over, and at once where all are being taken over already. CURRENCY_CHANGED: the shop asks in another
   * currency than products are kept in here.
   */
  take: Taker['take']
  stop: Taker['stop']
  leave(keys: Chosen): Promise<void>
  /** Of a product that is new at the shop, a path on this server; null: it has none, or it cannot be had. */
  picture(key: string): Promise<string | null>
}

const digestOf = (found: ProductDifferences) =>
  createHash('sha256')
    .update(JSON.stringify([found.differences, found.read?.details?.digest]))
    .digest('base64url')
    .slice(0, 22)

function toFound(found: ProductDifferences): FoundChange {
  const { read, productId, title, differences } = found
  return {
    ...{ productId, title, read },
    key:
      productId ??
      `new ${createHash('sha256')
        .update(read?.externalId ?? '')
        .digest('base64url')
        .slice(0, 22)}`,
    differences: differences.slice(0, MOST_DIFFERENCES),
    more: Math.max(0, differences.length - MOST_DIFFERENCES),
    digest: digestOf(found),
  }
}

/** What is new here has its picture at the shop still: it is fetched once somebody looks. */
function withPicture(change: ProductChange): ProductChange {
  if (change.productId !== null) return change
  return { ...change, picture: `/api/shop/changes/picture?${new URLSearchParams({ key: change.key })}` }
}

/** Resolves once what the shop says is kept, or why it could not be read. */
async function readAnew({ records, checkout, clock }: RefresherNeeds): Promise<void> {
  const startedAt = clock()
  const answer = await checkout.readCatalogue()
  if (!answer.ok) {
    const why = answer.detail?.['why']
    const problem = { code: answer.code, why: typeof why === 'string' ? why : '' }
    const shopCurrency = (await records.readReading())?.shopCurrency ?? null
    return records.noteReading({ startedAt, shopCurrency, problem })
  }
  const known = await records.readCatalogue()
  const { currency } = answer.value
  if (isOtherCurrency(known, currency)) {
    const problem = { code: 'CURRENCY_CHANGED' as const, why: `${known.currency ?? ''} -> ${currency}` }
    return records.noteReading({ startedAt, shopCurrency: currency, problem })
  }
  const { differences } = planImport({ known: known.products, read: answer.value, isWhole: true, newId })
  const reading = { startedAt, shopCurrency: currency, problem: null }
  await records.saveChanges({ reading, changes: differences.map(toFound) })
}

export function createRefresher(needs: RefresherNeeds): Refresher {
  const { records, fetchPicture } = needs

  const taker = createTaker(needs)

  return {
    read: () => readAnew(needs),
    take: taker.take,
    stop: taker.stop,
    leave: (keys) => records.leaveChanges(keys),
    async picture(key) {
      const [change] = await records.chosenChanges([key])
      const [first] = change?.read?.details?.pictures ?? []
      return first === undefined ? null : fetchPicture(first.url)
    },
    async list(after) {
      const { state, newerAt, ...page } = await records.readChanges({ after, limit: CHANGES_A_PAGE })
      return {
        ...{ ...page, changes: page.changes.map(withPicture) },
        readAt: state?.startedAt ?? null,
        isNewer: (newerAt ?? 0) > (state?.startedAt ?? 0),
        problem: state?.problem ?? null,
        shopCurrency: state?.shopCurrency ?? null,
      }
    },
  }
}

export interface ScheduleNeeds {
  readonly records: Pick<RefreshRecords, 'claimRefresh'>
  readonly refresher: Pick<Refresher, 'read'>
  /** 0: only when staff ask for it. */
  readonly everyMs: number
  readonly log: Log
}

const LOOK_EVERY_MS = 60_000
/** A shop that tells of every stroke of a key is not read at each. */
export const HURRY_MS = 5 * 60_000

/** One of all processes reads; `tick` looks whether it is time. */
export function startRefreshing({ records, refresher, everyMs, log }: ScheduleNeeds) {
  let running: Promise<void> | null = null
  async function once(): Promise<void> {
    try {
      if ((await records.claimRefresh({ everyMs, hurryMs: HURRY_MS })) !== null) await refresher.read()
    } catch (error) {
      log.warn({ err: error }, 'the shop’s products could not be read anew')
    }
  }
  const tick = (): Promise<void> => {
    running ??= once().finally(() => (running = null))
    return running
  }
  const timer = everyMs > 0 ? setInterval(() => void tick(), LOOK_EVERY_MS) : null
  timer?.unref()
  return {
    tick,
    /** Idempotent. */
    async close(): Promise<void> {
      if (timer !== null) clearInterval(timer)
      await running
    },
  }
}
