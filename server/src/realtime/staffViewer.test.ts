// Over a real socket: a browser that was seen with a session of staff wins nothing as a viewer, on each of their devices, and nobody else is kept out.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'
import { joinShow } from '../testing/testClient.ts'

const COUPON = 'coupon-1'
let app: TestApp
const closers: (() => void)[] = []

beforeAll(async () => {
  app = await startTestApp({})
  const owner = await join(await app.staffCookie('owner'), 'staff')
  await owner.send('show:goLive', {})
  const terms = { title: 'Five off', off: { minor: 500 }, currency: 'EUR', fromMinor: 0, productIds: null }
  const life = { activityId: COUPON, start: 'open', opensAt: null, lengthMs: null, conditions: [] }
  const many = { places: 100, good: { forMs: 3_600_000 }, given: 'claim' }
  expect(await owner.sendRaw('coupon:make', { ...life, ...terms, ...many })).toMatchObject({ ok: true })
})
afterAll(async () => {
  for (const close of closers) close()
  await app.close()
})

async function join(cookie: string, as: 'viewer' | 'staff' = 'viewer') {
  const client = await joinShow({ url: app.url, cookie, as, showId: TEST_SHOW })
  closers.push(client.close)
  return client
}

let asked = 0
/** As whoever has the cookie, without a session of staff by then. */
async function claim(viewer: string) {
  const client = await join(viewer)
  return client.sendRaw('coupon:claim', { activityId: COUPON, requestId: `r${++asked}` })
}

test('a viewer who never was at the desk has it', async () => {
  expect(await claim(await app.viewerCookie())).toMatchObject({ ok: true })
})

test.each(['viewer', 'staff'] as const)(
  'a browser that came as %s with both is known from then on, also once its session is gone',
  async (as) => {
    const viewer = await app.viewerCookie()
    await join(`${viewer}; ${await app.staffCookie('assistant')}`, as)

    expect(await claim(viewer)).toMatchObject({ code: 'STAFF_CANNOT_WIN' })
  },
)

test('each device of theirs that was at the desk is known, and a session alone marks no other viewer', async () => {
  const session = await app.staffCookie('host')
  const [phone, laptop, other] = [await app.viewerCookie(), await app.viewerCookie(), await app.viewerCookie()]
  await join(`${phone}; ${session}`)
  await join(`${laptop}; ${session}`, 'staff')
  await join(session, 'staff')

  expect(await Promise.all([phone, laptop].map(claim))).toMatchObject([
    { code: 'STAFF_CANNOT_WIN' },
    { code: 'STAFF_CANNOT_WIN' },
  ])
  expect(await claim(other)).toMatchObject({ ok: true })
})

test('a session that was ended marks nobody', async () => {
  const viewer = await app.viewerCookie()
  await join(`${viewer}; lantern_staff=not-a-session`)

  expect(await claim(viewer)).toMatchObject({ ok: true })
})
