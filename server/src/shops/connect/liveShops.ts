// The shops that this process speaks to: the one in use, former ones whose holds are not over, drafts that are being tried.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShopKindName } from '@lantern/shared/contract/connections.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../ops/log.ts'
import type { Store } from '../../records/store.ts'
import type { Checkout } from '../checkout.ts'
import { type CheckoutSettings, createCheckout } from '../createCheckout.ts'
import type { ConnectionRecords, KeptConnection } from '../records/connectionRecords.ts'
import { BY_ENVIRONMENT } from '../records/connections.ts'
import { shopAddresses } from '../shopAddresses.ts'
import { createShopFetch, type ShopFetch } from '../shopFetch.ts'
import type { SecretKeys } from './secretKeys.ts'
import { createGuardedSend } from './sendGuarded.ts'
import { type FixedSettings, isNamed, type KeyRefusal, lockedBy, type ReadSettings, settingsOf } from './values.ts'

export interface LiveShop {
  /** `environment`: the one that the settings name. */
  readonly id: string
  readonly version: number
  readonly kind: ShopKindName
  readonly state: KeptConnection['state']
  readonly settings: CheckoutSettings
  readonly checkout: Checkout
  readonly fetchShop: ShopFetch
  /** Idempotent. */
  close(): void
}

export interface LiveShops {
  /** Null: no shop is connected, or it cannot be opened. */
  current(): LiveShop | null
  /** All that can be opened; the one in use first, drafts last. */
  all(): readonly LiveShop[]
  keyProblem(): 'missing' | 'wrong' | null
  /** Looks whether anything changed, here or by another process. */
  follow(): Promise<void>
  /** Stops following. Idempotent. */
  close(): Promise<void>
}

export interface LiveShopsNeeds {
  readonly records: Pick<ConnectionRecords, 'readMark' | 'list'>
  readonly keys: Pick<SecretKeys, 'box'>
  readonly store: Pick<Store, 'secret'>
  readonly clock: Clock
  readonly log: Log
  readonly fixed: FixedSettings
  readonly allowedHosts: readonly string[]
  readonly readSettings: ReadSettings
  readonly everyMs?: number
  /** Requests of tests to the shop of the environment. */
  readonly fetchShop?: ShopFetch
}

const EVERY_MS = 1000
const RANKS = { in_use: 0, former: 1, draft: 2 } as const

type Opened = Outcome<LiveShop, KeyRefusal | 'SHOP_CANNOT'>

function createOpener(needs: LiveShopsNeeds) {
  const { store, clock, fixed, allowedHosts } = needs

  async function openFixed(): Promise<LiveShop> {
    const fetchShop = needs.fetchShop ?? createShopFetch({ allowed: shopAddresses(fixed) })
    const checkout = await createCheckout({ store, clock, config: fixed, fetchShop })
    const of = { id: BY_ENVIRONMENT, version: 0, kind: fixed.shopKind, state: 'in_use' } as const
    return { ...of, settings: fixed, checkout, fetchShop, close: () => {} }
  }

  async function openKept(kept: KeptConnection): Promise<Opened> {
    const settings = await settingsOf(needs, kept)
    if (!settings.ok) return settings
    const config = settings.value
    const { send, close } = createGuardedSend(allowedHosts)
    const fetchShop = createShopFetch({ allowed: shopAddresses(config), send })
    const checkout = await createCheckout({ store, clock, config, fetchShop })
    const { id, version, kind, state } = kept
    return grant({ id, version, kind, state, settings: config, checkout, fetchShop, close })
  }
  return { openFixed, openKept }
}

/** With the environment's kind fixed, what the studio has is for later. */
function stateOf(kept: KeptConnection, fixed: FixedSettings): KeptConnection['state'] {
  return kept.state === 'in_use' && lockedBy(fixed) !== null ? 'former' : kept.state
}

function keyProblemOf(opened: readonly Opened[]): ReturnType<LiveShops['keyProblem']> {
  const has = (code: KeyRefusal) => opened.some((one) => !one.ok && one.code === code)
  if (has('SECRETS_KEY_MISSING')) return 'missing'
  return has('SECRETS_KEY_WRONG') ? 'wrong' : null
}

interface Loaded {
  /** The one in use first, drafts last. */
  readonly shops: readonly LiveShop[]
  readonly current: LiveShop | null
  readonly keyProblem: ReturnType<LiveShops['keyProblem']>
}

const NONE: Loaded = { shops: [], current: null, keyProblem: null }

/** Opens what is kept, and leaves open what has not changed since. */
async function createLoader(needs: LiveShopsNeeds): Promise<(before: Loaded) => Promise<Loaded>> {
  const { records, fixed, log } = needs
  const { openFixed, openKept } = createOpener(needs)
  const own = isNamed(fixed) ? await openFixed() : null
  let told = ''

  function note(kept: KeptConnection, opened: Opened): void {
    if (opened.ok) return
    const why = `${kept.id} ${kept.version} ${opened.code}`
    if (kept.state === 'draft' || told === why) return
    told = why
    log.error({ kind: kept.kind, code: opened.code, detail: opened.detail }, 'a connected shop cannot be opened')
  }

  async function reopen(kept: KeptConnection, { shops }: Loaded): Promise<Opened> {
    const state = stateOf(kept, fixed)
    const known = shops.find(({ id, version }) => id === kept.id && version === kept.version)
    if (known !== undefined) return grant({ ...known, state })
    const opened = await openKept({ ...kept, state })
    note(kept, opened)
    return opened
  }

  return async (before) => {
    const kept = await records.list()
    const opened: Opened[] = []
    for (const one of kept) opened.push(await reopen(one, before))
    const found = opened.flatMap((one) => (one.ok ? [one.value] : []))
    const isChosen = kept.some((one) => stateOf(one, fixed) === 'in_use')
    const ownState = isChosen ? ('former' as const) : ('in_use' as const)
    const all = own === null ? found : [{ ...own, state: ownState }, ...found]
    const shops = all.toSorted((one, other) => RANKS[one.state] - RANKS[other.state])
    const current = shops.find(({ state }) => state === 'in_use') ?? null
    return { shops, current, keyProblem: keyProblemOf(opened) }
  }
}

export async function createLiveShops(needs: LiveShopsNeeds): Promise<LiveShops> {
  const { records, log, everyMs = EVERY_MS } = needs
  const load = await createLoader(needs)
  let mark: string | null = null
  let loaded = NONE
  let following: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    const now = await records.readMark()
    if (now === mark && loaded.keyProblem === null) return
    const before = loaded
    loaded = await load(before)
    mark = now
    const isOpen = ({ id, version }: LiveShop) => loaded.shops.some((one) => one.id === id && one.version === version)
    for (const shop of before.shops) if (!isOpen(shop)) shop.close()
  }
  const follow = () => (following = following.catch(() => undefined).then(look))

  await follow()
  const onError = (err: unknown) => log.warn({ err }, 'which shop is connected could not be read; trying again')
  const loop: Loop = createLoop({ everyMs, turn: () => follow().then(() => false), onError })
  return {
    current: () => loaded.current,
    all: () => loaded.shops,
    keyProblem: () => loaded.keyProblem,
    follow,
    async close() {
      await loop.close()
      for (const { close } of loaded.shops) close()
    },
  }
}
