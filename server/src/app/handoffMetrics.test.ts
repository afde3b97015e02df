// A buyer whom the shop does not let in, through a whole server: told so, counted in /metrics, and seen on the desk.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Shortfalls } from '@lantern/shared/contract/shop.ts'
import { startTestApp, type TestApp, TEST_SHOW } from '../testing/startTestApp.ts'
import { joinShow, newHoldId } from '../testing/testClient.ts'

let app: TestApp

beforeAll(async () => {
  // Nobody answers there; and what was never imported from the shop is refused before it is asked.
  const medusa = { MEDUSA_URL: 'http://127.0.0.1:9', MEDUSA_PUBLISHABLE_KEY: 'pk_test', MEDUSA_REGION_ID: 'reg_01' }
  app = await startTestApp({ env: { SHOP_KIND: 'medusa', SHOP_URL: 'http://127.0.0.1:9', ...medusa } })
})
afterAll(() => app.close())

const countOf = async (result: string) => {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  return Number(new RegExp(`^lantern_handoffs_total\\{result="${result}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
}

test('a hand-off that fails is counted by its code, and the desk reads why', async () => {
  const staffCookie = await app.staffCookie('owner')
  const staff = await joinShow({ url: app.url, cookie: staffCookie, as: 'staff' })
  await staff.send('show:goLive', {})
  const cookie = await app.viewerCookie()
  const viewer = await joinShow({ url: app.url, cookie, as: 'viewer' })
  const [offer] = (await app.store.readRoom(TEST_SHOW))?.room.offers ?? []
  if (offer === undefined) throw new Error('the test show has no offer')
  const holdId = newHoldId()
  await viewer.send('hold:place', { holdId, lines: [{ offerId: offer.id, quantity: 1, priceMinor: offer.priceMinor }] })

  const answers = [1, 2].map(() => fetch(`${app.url}/c/${holdId}`, { headers: { cookie }, redirect: 'manual' }))
  const ways = (await Promise.all(answers)).map((answer) => answer.headers.get('location') ?? '')

  expect(ways.every((way) => way.includes('notice=SHOP_REFUSED'))).toBe(true)
  expect(await countOf('SHOP_REFUSED')).toBe(2)
  expect(await countOf('ok')).toBe(0)
  const short = await fetch(`${app.url}/api/shop/short`, { headers: { cookie: staffCookie } })
  const why = 'a product that was never imported from this shop'
  const failure = { holdId, showId: TEST_SHOW, code: 'SHOP_REFUSED', why }
  expect(Shortfalls.parse(await short.json()).failed).toMatchObject([failure])
  viewer.close()
  staff.close()
})
