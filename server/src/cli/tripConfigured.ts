// Walks the whole way of the shop that the settings name, and says of each step what came of it.
import { existsSync } from 'node:fs'
import type { TripStep } from '@lantern/shared/contract/connections.ts'
import { openDatabase } from '../app/openDatabase.ts'
import type { Database } from '../database/database.ts'
import { type Config, databaseOf } from '../settings/config.ts'
import { BY_ENVIRONMENT } from '../shops/records/connections.ts'
import type { LiveShop } from '../shops/connect/liveShops.ts'
import { createKnock } from '../shops/connect/knock.ts'
import { toLine } from '../shops/connect/trip/lines.ts'
import { runRoundTrip } from '../shops/connect/trip/roundTrip.ts'
import { hearOfOrder, type Shelf } from '../shops/connect/trip/steps.ts'
import { createCheckout } from '../shops/createCheckout.ts'
import { NAME_KEY } from '../shops/handoff/holdNames.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import { shopAddresses, shopHosts } from '../shops/shopAddresses.ts'
import { createShopFetch } from '../shops/shopFetch.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { createStore } from '../records/createStore.ts'

const onChange = () => undefined

interface Known {
  readonly shelf: Shelf
  readonly heardAt: number | null
  /** By which the server's own codes and units at the shop are told from those of others; null: it has none yet. */
  readonly nameKey: string | null
}

async function readKnown(database: Database, { shopEndpointId }: Config): Promise<Known> {
  const shelf = await createShopRecords({ database, onChange }).readCatalogue()
  const store = createStore({ database, onChange })
  const shows = await store.listShows()
  // It is only looked for: nothing is made here.
  const nameKey = await store.secret(NAME_KEY, () => Promise.reject(new Error('none'))).catch(() => null)
  const heardAt = await createWebhookRecords(database).inbox.heardAt({ endpointId: shopEndpointId, since: 0 })
  return { shelf: { ...shelf, isPlanned: shows.some(({ phase }) => phase !== 'ended') }, heardAt, nameKey }
}

/** Before the first start there is no database, and one that cannot be read now is no fault of the shop. */
async function lookUp(config: Config): Promise<Known> {
  const none: Known = { shelf: { currency: null, products: [], isPlanned: false }, heardAt: null, nameKey: null }
  const { url, file } = databaseOf(config)
  if (url === null && !existsSync(file)) return none
  const database = await openDatabase({ url, file, readOnly: true }).catch(() => null)
  if (database === null) return none
  return readKnown(database, config)
    .catch(() => none)
    .finally(() => database.close())
}

const isBad = ({ state, problem }: TripStep, isByFile: boolean) =>
  state === 'failed' || (state === 'to_do' && !(isByFile && (problem === 'no_file' || problem === 'after_others')))

/** True: nothing stands in the way; messages that have not come yet are waited for. Nobody is charged. */
export async function tripConfigured(config: Config, print: (line: string) => void): Promise<boolean> {
  const { shelf, heardAt, nameKey } = await lookUp(config)
  const secret = async (name: string, make: () => Promise<string>) => (name === NAME_KEY ? nameKey : null) ?? make()
  const store = { secret }
  const fetchShop = createShopFetch({ allowed: shopAddresses(config) })
  const checkout = await createCheckout({ store, clock: Date.now, config, fetchShop })
  const of = { id: BY_ENVIRONMENT, version: 0, kind: config.shopKind, state: 'in_use' } as const
  const shop: LiveShop = { ...of, settings: config, checkout, fetchShop, close: onChange }
  const { knock, close } = createKnock([...config.webhookAllowedHosts, ...shopHosts(config)])
  const trip = await runRoundTrip({ shop, shelf, locations: [], knock, clock: Date.now }).finally(close)
  const { clockOffSeconds, holdIds } = trip
  const told = hearOfOrder({ at: heardAt, refusedBy: null, since: Date.now(), clockOffSeconds })
  const steps = trip.steps.map((step) => (step.id === 'told_of_order' ? { id: step.id, ...told } : step))
  steps.map(toLine).forEach(print)
  // Nobody is to pay by it.
  for (const holdId of holdIds) await checkout.endHandoff(holdId)
  return !steps.some((step) => isBad(step, !checkout.answers.readsCatalogue))
}
