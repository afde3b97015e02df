// What the Admin API is asked with: a token from the settings, or one that the app's own keys get and renew for a day each.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { refusedByShop, type ShopFetch } from '../../shopFetch.ts'

export interface AccessToken {
  /** One that is good now. */
  read(): Promise<Outcome<string, ShopRefusal>>
  /** The shop did not take this one. True: the next one that is read is another. */
  spend(token: string): boolean
}

export function fixedToken(token: string): AccessToken {
  return { read: () => Promise.resolve(grant(token)), spend: () => false }
}

export interface GrantedTokenNeeds {
  readonly fetchShop: ShopFetch
  readonly clock: Clock
  readonly shopUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** From 0 to 1: processes that started together do not renew together. */
  readonly random?: () => number
}

interface Kept {
  readonly token: string
  readonly grantedAt: number
  /** From here on another one is fetched while this one is still good. */
  readonly renewAt: number
  readonly endsAt: number
}

/** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant */
const Granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const Refused = z.object({ error: z.string() })

/** Whoever asks within it after a refusal gets the same answer: a show's buyers do not knock one by one. */
const QUIET_MS = 5000
/** A token that is refused so soon is not mended by another one. */
const FRESH_MS = 30_000

/** What Shopify calls its refusal; its page of errors is no JSON. */
function whyOf(status: number, json: unknown): string {
  const said = Refused.safeParse(json)
  const words = said.success ? `: ${said.data.error.slice(0, 100)}` : ''
  return `no token for this client id and secret (status ${status}${words}); is the app of your own organisation, and installed in this shop?`
}

/** Asks for a token. */
function createAsk({ fetchShop, clock, shopUrl, clientId, clientSecret, random = Math.random }: GrantedTokenNeeds) {
  return async (): Promise<Outcome<Kept, ShopRefusal>> => {
    const url = `${shopUrl}/admin/oauth/access_token`
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
    const answer = await fetchShop({ url, method: 'POST', form })
    if (!answer.ok) return answer
    const { status, json } = answer.value
    const granted = Granted.safeParse(json)
    if (status !== 200 || !granted.success) return refusedByShop(whyOf(status, json))
    const { access_token, expires_in } = granted.data
    const [grantedAt, lifeMs] = [clock(), expires_in * 1000]
    const endsAt = grantedAt + lifeMs
    return grant({ token: access_token, grantedAt, endsAt, renewAt: endsAt - lifeMs * (0.05 + 0.1 * random()) })
  }
}

export function createGrantedToken(needs: GrantedTokenNeeds): AccessToken {
  const { clock } = needs
  const ask = createAsk(needs)
  let kept: Kept | null = null
  let asking: Promise<Outcome<Kept, ShopRefusal>> | null = null
  let refused: { at: number; outcome: Outcome<Kept, ShopRefusal> } | null = null

  function renew(): Promise<Outcome<Kept, ShopRefusal>> {
    if (asking !== null) return asking
    if (refused !== null && clock() - refused.at < QUIET_MS) return Promise.resolve(refused.outcome)
    asking = ask()
      .then((outcome) => {
        if (outcome.ok) kept = outcome.value
        refused = !outcome.ok && outcome.code === 'SHOP_REFUSED' ? { at: clock(), outcome } : null
        return outcome
      })
      .finally(() => {
        asking = null
      })
    return asking
  }

  return {
    async read() {
      const now = clock()
      if (kept !== null && now < kept.endsAt) {
        if (now >= kept.renewAt) void renew()
        return grant(kept.token)
      }
      const renewed = await renew()
      return renewed.ok ? grant(renewed.value.token) : renewed
    },

    spend(token) {
      if (kept === null || kept.token !== token) return true
      if (clock() - kept.grantedAt < FRESH_MS) return false
      kept = null
      return true
    },
  }
}
