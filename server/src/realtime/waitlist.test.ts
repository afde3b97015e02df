// The waitlist end to end: a sold-out offer, a line, a turn that comes; real sockets, a real database.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EVENT_SCHEMAS } from '../commands/contract.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { Hold, type Wait } from '@lantern/shared/contract/things.ts'
import { LAMP, LAMP_PRICE, startTestApp, type TestApp } from '../testing/startTestApp.ts'
import { joinShow, newHoldId, type TestClient } from '../testing/testClient.ts'

interface Waiter extends TestClient {
  readonly cookie: string
  /** Every place in line that was told beside the snapshot, in the order it came. */
  readonly told: readonly Wait[]
}

let app: TestApp
const open: TestClient[] = []

beforeEach(async () => {
  app = await startTestApp({ env: { WAITLIST_MINUTES: '1' } })
})
afterEach(async () => {
  for (const client of open.splice(0)) client.close()
  await app.close()
})

async function join(cookie?: string): Promise<Waiter> {
  const own = cookie ?? (await app.viewerCookie())
  const client = await joinShow({ url: app.url, cookie: own, as: 'viewer' })
  const told: Wait[] = []
  client.socket.on(
    'own:changed',
    (raw: unknown) => void told.push(...(EVENT_SCHEMAS['own:changed'].parse(raw).waits ?? [])),
  )
  open.push(client)
  return { ...client, cookie: own, told }
}

/** Somebody holds all three lamps of a live show. */
async function sellOut() {
  const staff = await joinShow({ url: app.url, cookie: await app.staffCookie('owner'), as: 'staff' })
  open.push(staff)
  await staff.send('show:goLive', {})
  const buyer = await join()
  const offerId = buyer.snapshot().room.offers.find((offer) => offer.productId === LAMP)?.id
  if (offerId === undefined) throw new Error('the lamp has no offer')
  const outcome = await buyer.send('hold:place', {
    holdId: newHoldId(),
    lines: [{ offerId, quantity: 3, priceMinor: LAMP_PRICE }],
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return { staff, buyer, offerId, hold: Hold.parse(outcome.value) }
}

const standInLine = (waiter: TestClient, offerId: OfferId) => waiter.send('waitlist:join', { offerId, quantity: 1 })

async function gateRefusals(): Promise<string> {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  return text.split('\n').find((line) => line.startsWith('hold_gate_refusals_total{code="SOLD_OUT"}')) ?? 'none'
}

async function until(isTrue: () => boolean): Promise<void> {
  await expect.poll(isTrue).toBe(true)
}

test('places in line are told, a freed unit is held for the first, and the next one moves up', async () => {
  const { staff, buyer, offerId, hold } = await sellOut()
  const [first, second] = [await join(), await join()]

  expect(await standInLine(first, offerId)).toMatchObject({ ok: true, value: { state: 'waiting', ahead: 0 } })
  expect(await standInLine(second, offerId)).toMatchObject({ ok: true, value: { state: 'waiting', ahead: 1 } })
  await staff.until(({ room }) => room.offers.some((offer) => offer.waiting === 2))
  expect((await second.rejoin()).own.waits).toMatchObject([{ offerId, state: 'waiting', ahead: 1 }])
  await buyer.send('hold:change', { holdId: hold.id, lines: [{ offerId, quantity: 2 }] })

  const { holds } = (await first.until((snapshot) => snapshot.own.holds.length === 1)).own
  expect(holds).toMatchObject([{ state: 'held', waited: true, lines: [{ offerId, quantity: 1 }] }])
  await until(() => first.told.at(-1)?.state === 'served' && second.told.at(-1)?.ahead === 0)
  expect((await first.rejoin()).own.waits).toEqual([])
})

test('who leaves the line is told so on every tab, and is in it no more', async () => {
  const { offerId } = await sellOut()
  const waiter = await join()
  const otherTab = await join(waiter.cookie)
  await standInLine(waiter, offerId)
  await until(() => otherTab.told.at(-1)?.state === 'waiting')

  expect(await waiter.send('waitlist:leave', { offerId })).toMatchObject({ ok: true })
  expect(await waiter.send('waitlist:leave', { offerId })).toMatchObject({ ok: true })

  await until(() => otherTab.told.at(-1)?.state === 'left')
  expect((await otherTab.rejoin()).own.waits).toEqual([])
})

test('the line is for what is sold out, in a show that is live', async () => {
  const viewer = await join()
  const offerId = viewer.snapshot().room.offers.find((offer) => offer.productId === LAMP)?.id
  if (offerId === undefined) throw new Error('the lamp has no offer')

  expect(await standInLine(viewer, offerId)).toMatchObject({ code: 'NOT_OPEN' })
})

test('a rush on what is sold out is answered at the door, and staff who add units open it at once', async () => {
  const { staff, offerId } = await sellOut()
  const rush = await Promise.all(Array.from({ length: 5 }, () => join()))
  const tap = (viewer: TestClient) =>
    viewer.send('hold:place', { holdId: newHoldId(), lines: [{ offerId, quantity: 1, priceMinor: LAMP_PRICE }] })

  for (let n = 0; n < 3; n += 1) {
    const outcomes = await Promise.all(rush.map(tap))
    expect(outcomes.every((outcome) => !outcome.ok && outcome.code === 'SOLD_OUT')).toBe(true)
  }
  expect(await gateRefusals()).not.toBe('none')
  expect(await staff.send('offer:change', { offerId, allotted: 8 })).toMatchObject({ ok: true })

  expect(await Promise.all(rush.map(tap))).toMatchObject(rush.map(() => ({ ok: true })))
})
