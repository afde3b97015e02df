// Tries the generic adapter against a demo shop that it starts: from a hold to the message that it is paid.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from '../../kit/startingPoints.ts'
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { HandedHold, ShopNews } from '../checkout.ts'
import { createGenericAdapter } from '../kinds/generic/generic.ts'
import { createShopFetch } from '../shopFetch.ts'

const DEMO_SHOP = join(ROOT, 'infra/demo-shop/main.ts')
const ENDPOINT = 'check'
const WITHIN_MS = 15_000
const HOLD_MS = 600_000
const VISIT = { origin: 'http://127.0.0.1', hostname: '127.0.0.1', locale: 'en' } as const

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Resolves with what `look` found; throws when it finds nothing in time. */
async function patiently<Found>(what: string, look: () => Promise<Found | null>): Promise<Found> {
  for (const end = Date.now() + WITHIN_MS; Date.now() < end; await pause(100)) {
    const found = await look().catch(() => null)
    if (found !== null) return found
  }
  throw new Error(`the demo shop ${what}`)
}

const HOLD: HandedHold = {
  id: HoldId.parse('check-hold'),
  showId: ShowId.parse('check-show'),
  viewerId: 'check',
  currency: 'CNY',
  expiresAt: 0,
  via: null,
  items: [
    {
      sku: 'LINEN-SAND-M',
      quantity: 2,
      unitPriceMinor: 9900,
      payMinor: 19800,
      shopPriceMinor: 12900,
      externalId: null,
    },
  ],
}
const TOTAL = 19_800

interface Place {
  readonly secret: string
  readonly handoffSecret: string
  readonly shopPort: number
}

function startShop({ secret, handoffSecret, shopPort }: Place, studioPort: number): ChildProcess {
  const env = {
    PORT: String(shopPort),
    STUDIO_URL: `http://127.0.0.1:${studioPort}`,
    SHOP_AUDIENCE: 'demo-shop',
    SHOP_ENDPOINT_ID: ENDPOINT,
    SHOP_WEBHOOK_SECRET: secret,
    HANDOFF_SECRET: handoffSecret,
  }
  return spawn(process.execPath, [DEMO_SHOP], { env, stdio: 'ignore' })
}

function openAdapter({ secret, handoffSecret, shopPort }: Place) {
  const shopUrl = `http://127.0.0.1:${shopPort}`
  const settings = { shopUrl, shopInternalUrl: shopUrl, shopAudience: 'demo-shop', shopBasket: 'one' as const }
  const config = { ...settings, handoffSecret, shopEndpointId: ENDPOINT, shopWebhookSecret: secret }
  const store = { secret: (_name: string, make: () => Promise<string>) => make() }
  return createGenericAdapter({ store, clock: Date.now, config, fetchShop: createShopFetch({ allowed: [shopUrl] }) })
}

/** Follows the hand-off as a browser does, and pays. */
async function buy(link: string): Promise<void> {
  const arrived = await fetch(link)
  if (!arrived.ok) throw new Error(`the demo shop answered the hand-off with status ${arrived.status}`)
  const paid = await fetch(`${arrived.url}/pay`, { method: 'POST', redirect: 'manual' })
  if (paid.status >= 400) throw new Error(`the demo shop answered the payment with status ${paid.status}`)
}

/** Throws with one line that says which step failed. `say` is told of each that worked. */
export async function tryDemoShop(say: (line: string) => void): Promise<void> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const place = { secret, handoffSecret: randomBytes(32).toString('hex'), shopPort: await freePort() }
  const adapter = await openAdapter(place)
  const news: ShopNews[] = []
  const studio = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]))
      const said = adapter.verifyEvent({ endpointId: ENDPOINT, body: Buffer.concat(chunks), headers })
      if (said.ok) news.push(...said.value)
      res.writeHead(said.ok ? 202 : 401).end()
    })
  })
  const shop = startShop(place, await listen(studio))
  try {
    await patiently('does not start', async () => ((await adapter.test()).ok ? true : null))
    say('the demo shop answers')
    const link = await adapter.buildHandoff({ ...HOLD, expiresAt: Date.now() + HOLD_MS }, VISIT)
    if (!link.ok) throw new Error(`no hand-off: ${link.code}`)
    await buy(link.value.href)
    say('a hold was handed off and paid')
    const paid = await patiently('did not say that it was paid', async () => news.find(isPaid) ?? null)
    if (paid.amountMinor !== TOTAL) throw new Error(`paid ${paid.amountMinor} where ${TOTAL} was frozen`)
    say(`order ${paid.orderId} names its hold, at the frozen price`)
  } finally {
    shop.kill()
    studio.closeAllConnections()
    studio.close()
  }
}

function isPaid(one: ShopNews): one is Extract<ShopNews, { type: 'order.paid' }> {
  return one.type === 'order.paid' && one.holdId === HOLD.id
}
