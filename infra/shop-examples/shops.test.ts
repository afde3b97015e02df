// The small shops in three languages take a real hand-off and tell of a real payment; each that this machine has a program for.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HoldId, StaffId } from '@lantern/shared/contract/ids.ts'
import { LAMP_PRICE, startTestApp, type TestApp, TEST_SHOW } from '@lantern/server/src/testing/startTestApp.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const SECRETS = {
  HANDOFF_SECRET: 'what the shop and the studio both know, and nobody else',
  SHOP_WEBHOOK_SECRET: `whsec_${Buffer.from('what both know'.padEnd(32, '.')).toString('base64')}`,
  SHOP_AUDIENCE: 'https://shop.example',
}
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe.each(LANGUAGES.filter(isThere))('a shop in $name', ({ command }) => {
  let app: TestApp
  let child: ChildProcess
  let shop: string
  /** PHP forgets everything between two requests: its shop keeps orders in files. */
  let folder: string

  beforeAll(async () => {
    const port = await freePort()
    shop = `http://127.0.0.1:${port}`
    app = await startTestApp({ env: { ...SECRETS, SHOP_URL: shop } })
    await app.store.goLive(TEST_SHOW, StaffId.parse('owner'))
    folder = await mkdtemp(join(tmpdir(), 'lantern-shop-'))
    const [program = '', ...args] = command(port)
    const env = {
      ...process.env,
      ...SECRETS,
      STUDIO_URL: app.url,
      ENDPOINT_ID: 'demo',
      PORT: String(port),
      TMPDIR: folder,
    }
    child = spawn(program, args, { env, stdio: 'ignore' })
    await vi.waitFor(() => fetch(shop), { timeout: 20_000 })
  })
  afterAll(async () => {
    child.kill()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Holds a lamp, and answers where its buyer is sent. */
  async function hold(): Promise<{ holdId: HoldId; link: string }> {
    const { viewer, setCookie } = app.identity.issueViewer(undefined, { secure: false, via: null })
    const [cookie = ''] = (setCookie ?? '').split(';')
    const offer = (await app.store.readRoom(TEST_SHOW))?.room.offers.find(({ priceMinor }) => priceMinor === LAMP_PRICE)
    if (offer === undefined) throw new Error('no lamp')
    const holdId = HoldId.parse(`h_${randomUUID()}`)
    const lines = [{ offerId: offer.id, quantity: 1 }]
    const who = { viewerId: viewer.viewerId, viewerName: 'Otter 1', via: null, source: null }
    expect((await app.ledger.place({ ...who, holdId, showId: TEST_SHOW, lines })).ok).toBe(true)
    const sent = await fetch(`${app.url}/c/${holdId}`, { redirect: 'manual', headers: { cookie } })
    return { holdId, link: sent.headers.get('location') ?? '' }
  }
  const stateOf = async (holdId: HoldId) => (await app.ledger.findForHandoff(holdId))?.state
  const pay = (token: string) =>
    fetch(`${shop}/pay`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' })

  it('shows what is to pay, is told to be open, and is paid once', async () => {
    const { holdId, link } = await hold()
    expect(link).toContain(`${shop}/handoff?token=`)

    const page = await fetch(link)
    expect(await page.text()).toContain(`To pay: ${LAMP_PRICE} EUR`)
    await expect.poll(() => stateOf(holdId), { timeout: 10_000 }).toBe('paying')

    const token = new URL(link).searchParams.get('token') ?? ''
    const paid = [await pay(token), await pay(token)]
    expect(paid.map(({ status }) => status)).toEqual([303, 303])
    expect(paid[0]?.headers.get('location')).toContain(app.url)
    await expect.poll(() => stateOf(holdId), { timeout: 10_000 }).toBe('paid')
    const orders = (await app.store.readRoom(TEST_SHOW))?.desk.orders
    expect(orders).toMatchObject([{ holdId, amountMinor: LAMP_PRICE, currency: 'EUR' }])
  })

  it('takes no link that the studio did not sign', async () => {
    const { link } = await hold()
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
