// The small shops in three languages take a real hand-off and tell of a real payment; each that this machine has a program for.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Relay, startRelay } from './relay.ts'
import { HoldId, StaffId } from '@lantern/shared/contract/ids.ts'
import { LAMP_PRICE, startTestApp, type TestApp, TEST_SHOW } from '@lantern/server/src/testing/startTestApp.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const SECRETS = {
  HANDOFF_SECRET: 'what the shop and the studio both know, and nobody else',
  SHOP_WEBHOOK_SECRET: `whsec_${Buffer.from('what both know'.padEnd(32, '.')).toString('base64')}`,
  SHOP_AUDIENCE: 'https://shop.example',
}
const STAFF_KEY = 'what the staff of the shop know'
const here = (file: string) => join(import.meta.dirname, file)

interface Language {
  readonly name: string
  readonly command: (port: number) => readonly string[]
}
const LANGUAGES: readonly Language[] = [
  { name: 'Node', command: () => [process.execPath, here('shop.mjs')] },
  { name: 'Python', command: () => ['python3', here('shop.py')] },
  { name: 'PHP', command: (port) => ['php', '-S', `127.0.0.1:${port}`, here('shop.php')] },
]
const isThere = ({ command }: Language) => spawnSync(command(0)[0] ?? '', ['--version']).status === 0
const missing = LANGUAGES.filter((language) => !isThere(language)).map(({ name }) => name)
if (missing.length > 0)
  process.stderr.write(`shops that are not driven, since this machine cannot run them: ${missing.join(', ')}\n`)

async function freePort(): Promise<number> {
  const relay = await startRelay(() => '')
  await relay.close()
  return Number(new URL(relay.url).port)
}

describe.each(LANGUAGES.filter(({ name }) => !missing.includes(name)))('a shop in $name', ({ command }) => {
  let app: TestApp
  let relay: Relay
  let child: ChildProcess
  let shop: string
  /** PHP forgets everything between two requests: its shop keeps orders in files. */
  let folder: string

  beforeAll(async () => {
    const port = await freePort()
    shop = `http://127.0.0.1:${port}`
    app = await startTestApp({ env: { ...SECRETS, SHOP_URL: shop, SHOP_BASKET: 'several' } })
    relay = await startRelay(() => app.url)
    await app.store.goLive(TEST_SHOW, StaffId.parse('owner'))
    folder = await mkdtemp(join(tmpdir(), 'lantern-shop-'))
    const [program = '', ...args] = command(port)
    const env = {
      ...process.env,
      ...SECRETS,
      STAFF_KEY,
      STUDIO_URL: relay.url,
      ENDPOINT_ID: 'demo',
      PORT: String(port),
      TMPDIR: folder,
    }
    child = spawn(program, args, { env, stdio: 'ignore' })
    await vi.waitFor(() => fetch(shop), { timeout: 120_000 })
  })
  afterAll(async () => {
    child.kill()
    await relay.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })

  function newBuyer() {
    const { viewer, setCookie } = app.identity.issueViewer(undefined, { secure: false, via: null })
    const [cookie = ''] = (setCookie ?? '').split(';')
    return { cookie, viewerId: viewer.viewerId }
  }

  async function place({ viewerId }: ReturnType<typeof newBuyer>, at: number): Promise<HoldId> {
    const offer = (await app.store.readRoom(TEST_SHOW))?.room.offers[at]
    if (offer === undefined) throw new Error('no such offer')
    const holdId = HoldId.parse(`h_${randomUUID()}`)
    const who = { viewerId, viewerName: 'Otter 1', via: null, source: null }
    const lines = [{ offerId: offer.id, quantity: 1 }]
    expect((await app.ledger.place({ ...who, holdId, showId: TEST_SHOW, lines })).ok).toBe(true)
    return holdId
  }

  async function leave({ cookie }: ReturnType<typeof newBuyer>, path: string): Promise<string> {
    const sent = await fetch(`${app.url}/c/${path}`, { redirect: 'manual', headers: { cookie } })
    return sent.headers.get('location') ?? ''
  }

  /** Holds a lamp, or what stands in another place, and answers where its buyer is sent. */
  async function hold(at?: number): Promise<{ holdId: HoldId; link: string }> {
    const buyer = newBuyer()
    const offers = (await app.store.readRoom(TEST_SHOW))?.room.offers ?? []
    const lamp = offers.findIndex(({ priceMinor }) => priceMinor === LAMP_PRICE)
    const holdId = await place(buyer, at ?? lamp)
    return { holdId, link: await leave(buyer, holdId) }
  }
  const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? ''
  const stateOf = async (holdId: HoldId) => (await app.ledger.findForHandoff(holdId))?.state
  const orderOf = async (holdId: HoldId) => {
    const orders = (await app.store.readRoom(TEST_SHOW))?.desk.orders ?? []
    return orders.find((order) => order.holdId === holdId)
  }
  const post = (path: string, form: Record<string, string>, key = STAFF_KEY) => {
    const headers = { authorization: `Bearer ${key}` }
    return fetch(`${shop}${path}`, { method: 'POST', body: new URLSearchParams(form), headers })
  }
  const pay = (token: string) =>
    fetch(`${shop}/pay`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' })

  it('shows what is to pay, is told to be open, and is paid once', async () => {
    const { holdId, link } = await hold()
    expect(link).toContain(`${shop}/handoff?token=`)

    const page = await fetch(link)
    expect(await page.text()).toContain(`To pay: ${LAMP_PRICE} EUR`)
    await expect.poll(() => stateOf(holdId)).toBe('paying')

    const token = tokenOf(link)
    const paid = [await pay(token), await pay(token)]
    expect(paid.map(({ status }) => status)).toEqual([303, 303])
    expect(paid[0]?.headers.get('location')).toContain(app.url)
    await expect.poll(() => stateOf(holdId)).toBe('paid')
    const orders = (await app.store.readRoom(TEST_SHOW))?.desk.orders
    expect(orders).toMatchObject([{ holdId, amountMinor: LAMP_PRICE, currency: 'EUR' }])
  })

  it('tells again under the same id what got no answer, and it counts once', async () => {
    const { holdId, link } = await hold()
    relay.loseAnswers(1)

    await pay(tokenOf(link))

    await expect.poll(() => relay.idsOf('order.paid', holdId).length).toBe(2)
    expect(new Set(relay.idsOf('order.paid', holdId)).size).toBe(1)
    await expect.poll(() => stateOf(holdId)).toBe('paid')
    const orders = (await app.store.readRoom(TEST_SHOW))?.desk.orders ?? []
    expect(orders.filter((order) => order.holdId === holdId)).toHaveLength(1)
  })

  it('gives a part back, once however often it is asked, and then the rest', async () => {
    const { holdId, link } = await hold()
    await pay(tokenOf(link))
    await expect.poll(() => stateOf(holdId)).toBe('paid')
    const order = (await orderOf(holdId))?.orderId ?? ''

    const parts = [await post('/refund', { order, total: '500' }), await post('/refund', { order, total: '500' })]
    expect(parts.map(({ status }) => status)).toEqual([204, 204])
    await expect.poll(async () => (await orderOf(holdId))?.backMinor).toBe(500)
    expect(relay.idsOf('order.refunded', holdId)).toHaveLength(1)

    const wrong = [
      await post('/refund', { order, total: String(LAMP_PRICE + 1) }),
      await post('/refund', { order: 'none', total: '1' }),
      await post('/refund', { order, total: '600' }, 'a guess'),
    ]
    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 401])
    await post('/refund', { order, total: String(LAMP_PRICE) })
    await expect.poll(() => stateOf(holdId)).toBe('refunded')
  })

  it('takes several holds in one order, and none of them twice', async () => {
    const buyer = newBuyer()
    const [a, b] = [await place(buyer, 0), await place(buyer, 1)]
    const alone = await leave(buyer, a)
    const together = await leave(buyer, `${a}?with=${b}`)

    await fetch(together)
    await pay(tokenOf(together))
    await pay(tokenOf(alone))

    await expect.poll(async () => [await stateOf(a), await stateOf(b)]).toEqual(['paid', 'paid'])
    const [one, other] = [await orderOf(a), await orderOf(b)]
    expect(one?.orderId).toBe(other?.orderId)
    expect([relay.idsOf('order.paid', a), relay.idsOf('order.paid', b)].map((ids) => ids.length)).toEqual([1, 1])
    await post('/refund', { order: one?.orderId ?? '', total: '300' })
    const back = async () => ((await orderOf(a))?.backMinor ?? 0) + ((await orderOf(b))?.backMinor ?? 0)
    await expect.poll(back).toBe(300)
  })

  it('takes no link that the studio did not sign', async () => {
    const { link } = await hold(1)
    const [head = '', claims = '', signature = ''] = (new URL(link).searchParams.get('token') ?? '').split('.')
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const cheaper = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), discounts: [{ amountMinor: 1 }] }
    const forged = [
      `${head}.${encode(cheaper)}.${signature}`,
      `${encode({ alg: 'none' })}.${claims}.`,
      `${head}.${claims}.${signature}.${signature}`,
      `${head}.${claims}`,
      '',
    ]

    const answers = await Promise.all(forged.map((token) => fetch(`${shop}/handoff?token=${token}`)))
    expect(answers.map(({ status }) => status)).toEqual(forged.map(() => 401))
    expect((await pay(forged[0] ?? '')).status).toBe(401)
  })
})
