// What the page of connecting reads: every kind with its fields, its round trip and what it can do.
import {
  CONNECTION_FIELDS,
  type ConnectionField,
  type ConnectionFieldName,
  type FieldOption,
  type KindConnection,
  type RoundTrip,
  SHOP_KINDS,
  type ShopConnections,
  type ShopKindName,
  TRIP_STEPS,
} from '@lantern/shared/contract/connections.ts'
import type { KeptConnection, KeptTrip, KeptValue } from '../records/connectionRecords.ts'
import { BY_ENVIRONMENT } from '../records/connections.ts'
import { eventsAddress } from '../webhookKeeper.ts'
import { abilitiesOf } from './abilities.ts'
import type { LiveShop, LiveShops } from './liveShops.ts'
import { type Heard, hearOfOrder } from './trip/steps.ts'
import { TripResult } from './trip/roundTrip.ts'
import { type FixedSettings, fieldsOf, fixedTexts, isNamed, lockedBy } from './values.ts'

export interface BoardNeeds {
  readonly fixed: FixedSettings
  readonly live: Pick<LiveShops, 'current' | 'all' | 'keyProblem'>
  readonly kept: readonly KeptConnection[]
  readonly trips: readonly KeptTrip[]
  readonly baseUrl: string
  readonly now: number
  /** Of the messages at an endpoint since then. */
  readonly hear: (endpointId: string, since: number) => Promise<Pick<Heard, 'at' | 'refusedBy'>>
}

const TRIP_MS = 60_000

/** What the kind's next round trip is about: its draft, else what is in use, else what was. */
export function keptOf(kept: readonly KeptConnection[], kind: ShopKindName): KeptConnection | null {
  const own = kept.filter((one) => one.kind === kind)
  const inState = (wanted: KeptConnection['state']) => own.find(({ state }) => state === wanted)
  return inState('draft') ?? inState('in_use') ?? inState('former') ?? null
}

interface Of {
  readonly kind: ShopKindName
  readonly kept: KeptConnection | null
}

/** The same as this process speaks to it. */
export function liveOf(live: Pick<LiveShops, 'all'>, fixed: FixedSettings, { kind, kept }: Of): LiveShop | null {
  const id = kept?.id ?? (isNamed(fixed) && kind === fixed.shopKind ? BY_ENVIRONMENT : null)
  return live.all().find((shop) => shop.id === id) ?? null
}

type Value = Pick<ConnectionField, 'isSet' | 'from' | 'value' | 'tail' | 'at'>

const NOTHING: Value = { isSet: false, from: null, value: null, tail: null, at: null }

function fixedValue(text: string, isSecret: boolean): Value {
  const shown = isSecret ? { value: null, tail: tailOf(text) } : { value: text, tail: null }
  return { isSet: true, from: 'environment', ...shown, at: null }
}

function keptValue({ value, isSealed, tail, at }: KeptValue): Value {
  return { isSet: true, from: 'studio', value: isSealed ? null : value, tail, at }
}

interface Sources {
  readonly fixed: string | undefined
  readonly kept: KeptConnection | null
  readonly options: readonly FieldOption[]
}

function fieldOf(name: ConnectionFieldName, { fixed, kept, options }: Sources): ConnectionField {
  const { isNeeded, isSecret } = CONNECTION_FIELDS[name]
  const own = kept?.values.find(({ field }) => field === name)
  const value = fixed !== undefined ? fixedValue(fixed, isSecret) : own === undefined ? NOTHING : keptValue(own)
  return { name, isSecret, isNeeded, ...value, options: options.length === 0 ? null : [...options] }
}

const LONG_ENOUGH = 12

/** Of a short one the end would be too much of it. */
export function tailOf(secret: string): string | null {
  return secret.length < LONG_ENOUGH ? null : secret.slice(-4)
}

function optionsOf(trip: KeptTrip | undefined, name: ConnectionFieldName): readonly FieldOption[] {
  const all: Partial<Record<ConnectionFieldName, FieldOption[]>> = JSON.parse(trip?.options ?? '{}')
  return all[name] ?? []
}

const UNTRIED: RoundTrip['steps'] = TRIP_STEPS.map((id) => ({
  id,
  state: 'untried',
  figures: {},
  problem: null,
  detail: {},
}))

const NEVER: Omit<RoundTrip, 'isRunning'> = { ranAt: null, steps: UNTRIED, onlyHere: { count: 0, some: [] } }

async function tripOf(kind: ShopKindName, shop: LiveShop | null, needs: BoardNeeds): Promise<RoundTrip> {
  const { trips, kept, now, hear } = needs
  const { result, ranAt, startedAt } = trips.find((one) => one.kind === kind) ?? NO_TRIP
  const isRunning = startedAt !== null && now - startedAt < TRIP_MS
  if (result === null) return { ...NEVER, isRunning }
  const { steps, onlyHere, clockOffSeconds } = TripResult.parse(JSON.parse(result))
  if (shop === null) return { ranAt, isRunning, onlyHere, steps }
  const own = kept.find(({ id }) => id === shop.id)
  const since = own === undefined ? 0 : heardSince(own)
  const heard = await hear(shop.settings.shopEndpointId, since)
  const told = hearOfOrder({ ...heard, since: since || (ranAt ?? 0), clockOffSeconds })
  const withTold = steps.map((step) => (step.id === 'told_of_order' ? { id: step.id, ...told } : step))
  return { ranAt, isRunning, onlyHere, steps: withTold }
}

const NO_TRIP = { result: null, ranAt: null, startedAt: null }

/** Where the shop is, and by what it proves that it speaks. */
const SPEAKER: ReadonlySet<ConnectionFieldName> = new Set([
  'SHOP_URL',
  'MEDUSA_URL',
  'SHOP_WEBHOOK_SECRET',
  'WOO_WEBHOOK_SECRET',
  'SHOPIFY_CLIENT_SECRET',
  'SHOPIFY_WEBHOOK_SECRET',
])

/**
 * A message from before these were kept proves nothing of them. A key in the place of a revoked one leaves it proven: in the middle
 * of a sale nobody places a test order.
 */
export function heardSince({ values, madeAt }: Pick<KeptConnection, 'values' | 'madeAt'>): number {
  const kept = values.filter(({ field }) => SPEAKER.has(field)).map(({ at }) => at)
  return kept.length === 0 ? madeAt : Math.max(...kept)
}

const isDone = ({ state }: RoundTrip['steps'][number]) => state === 'passed' || state === 'cannot'

/** Every step has passed, or is nothing for this kind. */
export function isReady({ ranAt, steps }: RoundTrip): boolean {
  return ranAt !== null && steps.every(isDone)
}

function stateOf(trip: RoundTrip, hasValues: boolean): KindConnection['state'] {
  if (!hasValues) return 'empty'
  if (trip.ranAt === null) return 'untried'
  if (isReady(trip)) return 'ready'
  return trip.steps.some((step) => !isDone(step) && step.state !== 'waiting') ? 'to_do' : 'waiting'
}

async function kindOf(kind: ShopKindName, needs: BoardNeeds): Promise<KindConnection> {
  const { fixed, live, kept: all, trips, baseUrl } = needs
  const kept = keptOf(all, kind)
  const shop = liveOf(live, fixed, { kind, kept })
  const texts = fixedTexts(fixed, kind)
  const own = trips.find((one) => one.kind === kind)
  const fields = fieldsOf(kind).map((name) =>
    fieldOf(name, { fixed: texts[name], kept, options: optionsOf(own, name) }),
  )
  const trip = await tripOf(kind, shop, needs)
  const isInUse = shop !== null && live.current()?.id === shop.id
  const endpointId = shop?.settings.shopEndpointId ?? kept?.endpointId ?? kind
  return {
    kind,
    state: isInUse ? 'in_use' : stateOf(trip, kept !== null || shop !== null),
    hasDraft: kept?.state === 'draft',
    toDo: trip.steps.filter((step) => step.state === 'to_do' || step.state === 'failed').length,
    fields,
    trip,
    can: shop === null ? null : abilitiesOf(shop.checkout.answers),
    eventsUrl: eventsAddress(baseUrl, endpointId),
  }
}

export async function readBoard(needs: BoardNeeds): Promise<ShopConnections> {
  const { fixed, live, kept } = needs
  const current = live.current()
  const inUse = kept.find(({ state }) => state === 'in_use')
  return {
    inUse: current?.kind ?? null,
    from: current === null ? null : current.id === BY_ENVIRONMENT ? 'environment' : 'studio',
    lockedBy: lockedBy(fixed),
    since: current !== null && current.id === inUse?.id ? inUse.usedAt : null,
    keyProblem: live.keyProblem(),
    kinds: await Promise.all(SHOP_KINDS.map((kind) => kindOf(kind, needs))),
  }
}
