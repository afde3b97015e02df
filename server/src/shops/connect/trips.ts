// Runs round trips, one of a kind at a time, and keeps how they went and what the shop lets its owner choose from.
import type { ShopKindName } from '@lantern/shared/contract/connections.ts'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { KeptConnection } from '../records/connectionRecords.ts'
import { shopAddresses } from '../shopAddresses.ts'
import { createShopFetch } from '../shopFetch.ts'
import { eventsAddress } from '../webhookKeeper.ts'
import { keptOf, liveOf } from './board.ts'
import type { ConnectionsNeeds } from './connectionsNeeds.ts'
import { createKnock } from './knock.ts'
import type { LiveShop } from './liveShops.ts'
import { createGuardedSend } from './sendGuarded.ts'
import { type Choices, readChoices } from './trip/choices.ts'
import { toDo } from './trip/problems.ts'
import { runRoundTrip, stoppedAt, type TripResult } from './trip/roundTrip.ts'
import type { Shelf } from './trip/steps.ts'
import { fixedTexts, missingIn, openValues, type Texts } from './values.ts'

/** The environment's own shop may be in our network. */
function hostsFor({ fixed, allowedHosts }: ConnectionsNeeds, kind: ShopKindName): readonly string[] {
  const own = kind === fixed.shopKind && fixed.shopUrl !== '' ? shopAddresses(fixed) : []
  return [...allowedHosts, ...own.map((address) => new URL(address).host)]
}

/** Null: they cannot be opened. */
async function textsOf({ keys, fixed }: ConnectionsNeeds, kind: ShopKindName, kept: KeptConnection | null) {
  const opened = kept === null ? grant<Texts>({}) : await openValues(keys, kept)
  return opened.ok ? { ...opened.value, ...fixedTexts(fixed, kind) } : null
}

async function choicesOf(needs: ConnectionsNeeds, kind: ShopKindName, texts: Texts): Promise<Choices> {
  const { send, close } = createGuardedSend(hostsFor(needs, kind))
  const allowed = [texts.MEDUSA_URL ?? []].flat()
  return readChoices(kind, texts, createShopFetch({ allowed, send })).finally(close)
}

async function readShelf({ shopRecords, hasShows }: ConnectionsNeeds): Promise<Shelf> {
  const [shelf, isPlanned] = await Promise.all([shopRecords.readCatalogue(), hasShows()])
  return { ...shelf, isPlanned }
}

async function walk(needs: ConnectionsNeeds, shop: LiveShop, choices: Choices): Promise<TripResult> {
  const { knock, close } = createKnock(hostsFor(needs, shop.kind))
  // A shop where the studio itself can say so posts its messages here from now on.
  await shop.checkout.keepWebhooks(eventsAddress(needs.baseUrl, shop.settings.shopEndpointId))
  const locations = (choices.MEDUSA_LOCATION_ID ?? []).map(({ value }) => value)
  return runRoundTrip({ shop, shelf: await readShelf(needs), locations, knock, clock: needs.clock }).finally(close)
}

export function createTrips(needs: ConnectionsNeeds): (kind: ShopKindName) => Promise<void> {
  const { live, records, fixed, log } = needs

  async function runOne(kind: ShopKindName): Promise<{ result: TripResult; choices: Choices }> {
    const kept = keptOf(await records.list(), kind)
    const texts = await textsOf(needs, kind, kept)
    if (texts === null) return { result: stoppedAt(toDo(`key_${live.keyProblem() ?? 'wrong'}`)), choices: {} }
    const choices = await choicesOf(needs, kind, texts)
    const missing = missingIn(kind, texts)
    const shop = liveOf(live, fixed, { kind, kept })
    if (missing.length > 0 || shop === null)
      return { result: stoppedAt(toDo('values_missing', { fields: missing.join(', ') })), choices }
    return { result: await walk(needs, shop, choices), choices }
  }

  /** The codes of the round trip before end now. */
  async function endFormer(kind: ShopKindName): Promise<void> {
    const trips = await records.readTrips()
    const { result } = trips.find((one) => one.kind === kind) ?? { result: null }
    const { holdIds }: Pick<TripResult, 'holdIds'> = JSON.parse(result ?? '{"holdIds":[]}')
    const shop = liveOf(live, fixed, { kind, kept: keptOf(await records.list(), kind) })
    for (const id of holdIds) await shop?.checkout.endHandoff(HoldId.parse(id))
  }

  return async (kind) => {
    await live.follow()
    if (!(await records.startTrip(kind))) return
    await endFormer(kind).catch((err: unknown) => log.warn({ err, kind }, 'codes of the last round trip not ended'))
    const { result, choices } = await runOne(kind)
    await records.endTrip({ kind, result: JSON.stringify(result), options: JSON.stringify(choices) })
  }
}
