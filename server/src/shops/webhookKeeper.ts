// Looks again and again that the shop posts its messages here, where the studio itself can have that: at the start, then hourly.
import type { Log } from '../ops/log.ts'
import { createLoop, type Loop } from '../kit/loop.ts'
import type { Checkout } from './checkout.ts'

export interface WebhookKeeperNeeds {
  readonly checkout: Pick<Checkout, 'keepWebhooks'>
  readonly config: { readonly publicUrl: string | null; readonly shopEndpointId: string }
  readonly log: Log
  readonly everyMs?: number
}

const EVERY_MS = 3_600_000

/** Where shops post their messages to. */
export function eventsAddress(publicUrl: string, endpointId: string): string {
  return `${publicUrl}/api/shop/events/${endpointId}`
}

/** Null: without a public address no shop could post here. A refusal is in the log once, until it is another. */
export function startWebhookKeeper({ checkout, config, log, everyMs = EVERY_MS }: WebhookKeeperNeeds): Loop | null {
  const { publicUrl, shopEndpointId } = config
  if (publicUrl === null) return null
  const address = eventsAddress(publicUrl, shopEndpointId)
  let said = ''

  async function turn(): Promise<boolean> {
    const kept = await checkout.keepWebhooks(address)
    if (!kept.ok && kept.code === 'SHOP_CANNOT') return false
    const why = kept.ok ? '' : JSON.stringify(kept.detail)
    if (!kept.ok && why !== said)
      log.warn({ code: kept.code, detail: kept.detail }, 'the shop does not do all it should')
    if (kept.ok && kept.value.added.length > 0) log.info({ ...kept.value, address }, 'the shop posts its messages here')
    said = why
    return false
  }

  return createLoop({
    everyMs,
    turn,
    onError: (err) => log.error({ err }, 'webhooks at the shop not looked at; trying again'),
  })
}
