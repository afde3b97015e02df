// Where a UCP shop takes permalinks, and whether it takes codes there: its profile, read as hostile and kept for a while.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { refusedByShop, type ShopAnswer, type ShopFetch } from '../../shopFetch.ts'

export interface UcpProfile {
  /** Items and query are put behind it; without a slash at its end. */
  readonly endpoint: string
  /** Whether codes in a link come to bear. */
  readonly takesCodes: boolean
}

export interface ProfileNeeds {
  readonly fetchShop: ShopFetch
  readonly clock: Clock
  readonly config: {
    readonly shopUrl: string
    /** The host of the endpoint, where it is not the shop's; null: it is. */
    readonly ucpEndpointHost: string | null
  }
}

export interface ProfileReader {
  /** As it was read last, while that is fresh; and while the shop does not answer, for a day. */
  read(): Promise<Outcome<UcpProfile, ShopRefusal>>
  /** As it is now. */
  readNow(): Promise<Outcome<UcpProfile, ShopRefusal>>
}

/** The newest version whose links we write. */
const KNOWN_VERSION = '2026-08-25'
const PERMALINK = 'dev.ucp.shopping.permalink'
const DISCOUNT = 'dev.ucp.shopping.discount'
const FLOWS = new Set(['dev.ucp.shopping.checkout', 'dev.ucp.shopping.cart'])

const SHORTEST_MS = 60_000
const LONGEST_MS = 3_600_000
const UNTOLD_MS = 600_000
/** A shop whose profile does not answer still sells by its last one. */
const OUTAGE_MS = 86_400_000

const Declared = z.object({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  schema: z.string().optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  config: z.unknown().optional(),
})
type Declared = z.infer<typeof Declared>
const Profile = z.object({ ucp: z.object({ capabilities: z.record(z.string(), z.array(z.unknown())) }) })
/** The published pattern, and plain http for a shop on a network of its own. */
const ENDPOINT = /^https?:\/\/[^/?#\s\\@]+(?:\/[^?#\s\\]*[^/?#\s\\])?$/
const Config = z.object({ endpoint: z.string().max(1000).regex(ENDPOINT) })

/** A name belongs to who serves its schema: `dev.ucp.shopping` to ucp.dev and shopping.ucp.dev. */
function isOwnSchema(name: string, schema: string | undefined): boolean {
  if (schema === undefined) return true
  if (!URL.canParse(schema)) return false
  const { protocol, hostname, username } = new URL(schema)
  const authority = hostname.replace(/\.$/, '').split('.').reverse().join('.')
  const isWhole = authority.includes('.') && (name === authority || name.startsWith(`${authority}.`))
  return protocol === 'https:' && username === '' && isWhole
}

/** Declarations in our versions, the newest first; behind them newer ones, the oldest first. One that cannot be read is none. */
function declarationsOf(name: string, { ucp }: z.infer<typeof Profile>): readonly Declared[] {
  const declared = (ucp.capabilities[name] ?? []).flatMap((one) => {
    const parsed = Declared.safeParse(one)
    return parsed.success && isOwnSchema(name, parsed.data.schema) ? [parsed.data] : []
  })
  const byVersion = declared.toSorted((one, other) => one.version.localeCompare(other.version))
  const known = byVersion.filter(({ version }) => version <= KNOWN_VERSION)
  return [...known.toReversed(), ...byVersion.filter(({ version }) => version > KNOWN_VERSION)]
}

function takesCodes(profile: z.infer<typeof Profile>): boolean {
  return declarationsOf(DISCOUNT, profile).some(({ extends: parents = [] }) =>
    [parents].flat().some((one) => FLOWS.has(one)),
  )
}

/** The shop's own host, one below it, or the one that staff named: buyers are sent to no other. */
function isOwnHost(endpoint: URL, { shopUrl, ucpEndpointHost }: ProfileNeeds['config']): boolean {
  const shop = new URL(shopUrl)
  if (ucpEndpointHost !== null) return endpoint.host === ucpEndpointHost
  const bare = shop.hostname.replace(/^www\./, '')
  if (endpoint.host === shop.host) return true
  return endpoint.port === '' && (endpoint.hostname === bare || endpoint.hostname.endsWith(`.${bare}`))
}

function checkEndpoint(text: string, config: ProfileNeeds['config']): Outcome<string, 'SHOP_REFUSED'> {
  if (!URL.canParse(text)) return refusedByShop('a permalink endpoint that is no address')
  const url = new URL(text)
  if (url.protocol !== 'https:' && new URL(config.shopUrl).protocol !== 'http:')
    return refusedByShop('a permalink endpoint without https')
  if (isOwnHost(url, config)) return grant(text)
  return refusedByShop(`a permalink endpoint on ${url.host}, which is not the shop’s: if it is, set UCP_ENDPOINT_HOST`)
}

function toProfile({ status, json }: ShopAnswer, config: ProfileNeeds['config']): Outcome<UcpProfile, 'SHOP_REFUSED'> {
  if (status !== 200) return refusedByShop(`no UCP profile at /.well-known/ucp (status ${status})`)
  if (json === undefined) return refusedByShop('what is at /.well-known/ucp is no JSON')
  const profile = Profile.safeParse(json)
  if (!profile.success) return refusedByShop('what is at /.well-known/ucp is no UCP profile')
  const [declared] = declarationsOf(PERMALINK, profile.data)
  if (declared === undefined) return refusedByShop(`a UCP profile without ${PERMALINK}`)
  const parsed = Config.safeParse(declared.config)
  if (!parsed.success) return refusedByShop('a permalink endpoint that is not as published')
  const endpoint = checkEndpoint(parsed.data.endpoint, config)
  return endpoint.ok ? grant({ endpoint: endpoint.value, takesCodes: takesCodes(profile.data) }) : endpoint
}

/** As long as its `max-age` says, within bounds: a shop that forbids keeping is not asked for each buyer. */
function livesMs(headers: Headers): number {
  const seconds = /(?:^|[,\s])max-age=(\d{1,9})/i.exec(headers.get('cache-control') ?? '')?.[1]
  if (seconds === undefined) return UNTOLD_MS
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Number(seconds) * 1000))
}

export function createProfileReader({ fetchShop, clock, config }: ProfileNeeds): ProfileReader {
  let kept: { readonly profile: UcpProfile; readonly freshUntil: number; readonly goodUntil: number } | null = null
  let asking: ReturnType<ProfileReader['readNow']> | null = null

  async function ask(): ReturnType<ProfileReader['readNow']> {
    const answer = await fetchShop({ url: new URL('/.well-known/ucp', config.shopUrl).href })
    if (!answer.ok) return answer
    const profile = toProfile(answer.value, config)
    const now = clock()
    kept = profile.ok
      ? { profile: profile.value, freshUntil: now + livesMs(answer.value.headers), goodUntil: now + OUTAGE_MS }
      : null
    return profile
  }

  /** However many ask at once: one request. */
  function readNow() {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }

  return {
    readNow,
    async read() {
      if (kept !== null && clock() < kept.freshUntil) return grant(kept.profile)
      const before = kept
      const read = await readNow()
      if (read.ok || read.code !== 'SHOP_UNREACHABLE' || before === null || clock() >= before.goodUntil) return read
      kept = { ...before, freshUntil: clock() + SHORTEST_MS }
      return grant(before.profile)
    },
  }
}
