// Demo mode: the demo shop's products and one show, so that the first minute has something to sell.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../ops/log.ts'
import type { Store } from '../../records/store.ts'
import { fetchDemoCatalogue } from './demoCatalogue.ts'

export const DEMO_SHOW = ShowId.parse('autumn')

const TITLE = { en: 'Autumn market', 'zh-Hans': '秋日集市', 'zh-Hant': '秋日市集' }
const STARTS_IN_MS = 10 * 60_000
const PATIENCE_MS = 15_000

interface Needs {
  readonly store: Pick<Store, 'listShows' | 'saveCatalogue' | 'createShow'>
  readonly clock: Clock
  readonly log: Log
  readonly config: { readonly demo: boolean; readonly shopInternalUrl: string; readonly dataDir: string }
  readonly patienceMs?: number
}

/**
 * Does nothing outside demo mode or where a show exists. Safe to repeat, from two processes at once, too.
 * A demo shop that does not answer leaves the studio without products: it is logged, and the next start tries again.
 */
export async function seedDemo({ store, clock, log, config, patienceMs = PATIENCE_MS }: Needs): Promise<void> {
  if (!config.demo || (await store.listShows()).length > 0) return
  try {
    const source = { shopUrl: config.shopInternalUrl, dataDir: config.dataDir, patienceMs }
    const { currency, products } = await fetchDemoCatalogue(source)
    await store.saveCatalogue(currency, products)
  } catch (error) {
    log.warn({ err: error, shop: config.shopInternalUrl }, 'no demo products: the demo shop did not answer')
    return
  }
  await store.createShow({ id: DEMO_SHOW, title: TITLE, startsAt: clock() + STARTS_IN_MS })
}
