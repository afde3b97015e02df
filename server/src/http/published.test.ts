// What is published of a draw is asked for by many: whoever has it is told so, and nobody is told what is another's.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Published } from '@lantern/shared/contract/published.ts'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { SHOW, STAFF } from '../ledger/proofs/testShop.ts'
import { aDraw, claim, closeByClock, DRAW, type DrawShow, enter, openDrawShow, settle } from '../testing/drawShow.ts'
import { type ServedPublished, servePublished } from '../testing/servePublished.ts'

let place: Awaited<ReturnType<typeof sqlitePlaces>>
let shop: DrawShow
let served: ServedPublished

beforeEach(async () => {
  place = await sqlitePlaces()
  shop = await openDrawShow(place)
  served = await servePublished({ store: shop.store, viewerOf: (cookie) => (cookie ? ViewerId.parse(cookie) : null) })
  await shop.ledger.makeActivity(aDraw())
  for (const name of ['ann', 'bob', 'cyd']) await enter(shop, name)
})
afterEach(async () => {
  await served.close()
  await shop.close()
  await place.drop()
})

async function ask({ cookie, tag }: { cookie?: string; tag?: string | null } = {}) {
  // As a browser that reloads: left to itself fetch says that nothing kept will do.
  const known = tag && { 'if-none-match': tag, 'cache-control': 'max-age=0' }
  const answer = await fetch(`${served.url}/v/${DRAW}.json`, { headers: { ...(cookie && { cookie }), ...known } })
  const text = await answer.text()
  return { status: answer.status, tag: answer.headers.get('etag'), text, headers: answer.headers }
}
const parse = (text: string) => Published.parse(JSON.parse(text))

async function drawn() {
  await closeByClock(shop)
  await settle(shop)
}

test('entries are told once it is over, and whoever has them is told that nothing changed', async () => {
  const before = await ask()
  await drawn()
  const after = await ask({ tag: before.tag })
  const again = await ask({ tag: after.tag })

  expect(parse(before.text).proof.entries).toEqual([])
  expect(after.status).toBe(200)
  expect(parse(after.text).proof).toMatchObject({ count: 3, state: 'settled' })
  expect(new Set(parse(after.text).proof.entries).size).toBe(3)
  expect([again.status, again.text]).toEqual([304, ''])
})

test('what changes afterwards is told: a name that is erased, and a place that goes on', async () => {
  await drawn()
  const { tag, text } = await ask()
  const winner = Object.values(parse(text).names)[0]?.slice(0, -1) ?? ''
  await claim(shop, winner)
  await shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse(winner), by: STAFF })

  const after = await ask({ tag })

  expect(after.status).toBe(200)
  expect(after.text).not.toContain(winner)
  expect(parse(after.text).proof.entries).toEqual(parse(text).proof.entries)
})

test('each finds their own entry, and no cache between gives it to another', async () => {
  await drawn()

  const [ann, bob, nobody] = [await ask({ cookie: 'ann' }), await ask({ cookie: 'bob' }), await ask()]

  expect([ann, bob, nobody].map(({ text }) => parse(text).own?.no ?? null)).toEqual([1, 2, null])
  expect(new Set([ann, bob, nobody].map(({ tag }) => tag)).size).toBe(3)
  expect((await ask({ cookie: 'bob', tag: ann.tag ?? '' })).status).toBe(200)
  expect(ann.headers.get('cache-control')).toBe('private, no-cache')
  expect(ann.headers.get('vary')).toContain('Cookie')
})

test('what is not there is not found, and is not kept either', async () => {
  const answer = await fetch(`${served.url}/v/nowhere.json`)

  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
})
