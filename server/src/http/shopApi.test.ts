// Who may ask about the shop, and what a shop that cannot be asked says.
import type { Role } from '@lantern/shared/contract/commands.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FileProblems, MOST_FILE_BYTES } from '@lantern/shared/contract/productFile.ts'
import { ImportReport, Shortfalls, ShopStatus } from '@lantern/shared/contract/shop.ts'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

async function ask(path: string, role: Role | null, sent: 'GET' | 'POST' | object = 'POST') {
  const method = sent === 'GET' ? 'GET' : 'POST'
  const cookie = role === null ? '' : await app.staffCookie(role)
  const headers = { cookie, origin: app.url, 'content-type': 'application/json' }
  const answer = await fetch(`${app.url}/api/shop${path}`, {
    method,
    headers,
    ...(method === 'POST' && { body: typeof sent === 'string' ? '{}' : JSON.stringify(sent) }),
  })
  return { status: answer.status, body: await answer.json() }
}

test('staff read what the shop can do', async () => {
  const { body } = await ask('', 'host', 'GET')

  expect(ShopStatus.parse(body)).toMatchObject({
    answers: { kind: 'generic', price: 'signed' },
    short: [],
    vanished: [],
  })
})

test('staff, and nobody else, read what live shows hold and the shop does not have', async () => {
  const asked = await ask('/short', 'host', 'GET')
  const nobody = await ask('/short', null, 'GET')

  expect(Shortfalls.parse(asked.body)).toEqual({ short: [], failed: [] })
  expect(nobody.status).toBe(401)
  expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('lantern_short_units 0')
})

test('only the owner tries it or imports from it', async () => {
  const tried = await Promise.all(['/test', '/preview', '/import'].map((path) => ask(path, 'host')))
  const nobody = await ask('/import', null)

  expect(tried.map(({ status }) => status)).toEqual([403, 403, 403])
  expect(nobody.status).toBe(401)
})

test('the picture of what is new at the shop is for the owner, and nowhere once it is not new', async () => {
  const gone = await ask('/changes/picture?key=new-vase', 'owner', 'GET')
  const host = await ask('/changes/picture?key=new-vase', 'host', 'GET')
  const bad = await ask('/changes/picture', 'owner', 'GET')

  expect([gone.status, host.status, bad.status]).toEqual([404, 403, 400])
})

test('whoever is at the desk acts on failed hand-offs and differing payments, moderators do not', async () => {
  const again = { act: 'hold_again', holdId: 'none' }
  const accept = { holdId: 'none', orderId: 'A-1', choice: 'accept' }
  const answers = await Promise.all([
    ask('/failed', 'assistant', again),
    ask('/failed', 'host', { ...again, act: 'sell' }),
    ask('/decide', 'owner', accept),
    ask('/failed', 'moderator', again),
    ask('/decide', null, accept),
  ])

  expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
    '404 HOLD_NOT_FOUND',
    '400 BAD_INPUT',
    '409 ORDER_NOT_FOUND',
    '403 NOT_ALLOWED',
    '401 LOGIN_NEEDED',
  ])
})

const FILE = 'product,title,sku,price,stock\nbowl,Bowl,BOWL,12.50,4\ncup,Cup,CUP-9,3,2\n'

async function send(path: string, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) {
  const cookie = await app.staffCookie('owner')
  const headers = { cookie, origin: app.url, 'content-type': 'text/csv', ...more }
  const answer = await fetch(`${app.url}/api/shop/csv/${path}`, { method: 'POST', headers, body })
  return { status: answer.status, body: await answer.json() }
}

test('a file is looked at first, then imported, and then nothing in it is new', async () => {
  const seen = ImportReport.parse((await send('preview?currency=CNY', FILE)).body)
  const taken = ImportReport.parse((await send('import?currency=CNY', FILE)).body)
  const again = ImportReport.parse((await send('preview?currency=CNY', FILE)).body)
  const status = ShopStatus.parse((await ask('', 'host', 'GET')).body)

  expect([seen, taken].map(({ added }) => added.map(({ sku }) => sku))).toEqual([
    ['BOWL', 'CUP-9'],
    ['BOWL', 'CUP-9'],
  ])
  expect(again).toMatchObject({ added: [], unchanged: 2 })
  expect(status).toMatchObject({ currency: 'CNY', answers: { readsCatalogue: false } })
})

test('the preview names drafts, pictures without an address and stock below zero', async () => {
  const file =
    'Handle,Title,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Status\nvase,Vase,VASE,-2,18,vase.jpg,\njar,Jar,JAR,5,20,,draft\n'
  const { body } = await send('preview?currency=CNY', file)

  expect(ImportReport.parse(body)).toMatchObject({
    skipped: [{ product: 'Jar', why: 'draft' }],
    doubted: [
      { product: 'Vase', why: 'badPicture', got: 'vase.jpg' },
      { product: 'Vase', why: 'negativeStock', got: '-2' },
    ],
  })
})

test('a file that is wrong is named line by line, twenty lines at most', async () => {
  const rows = Array.from({ length: 25 }, (_, i) => `p${i},P,S${i},free`)
  const { status, body } = await send('import?currency=CNY', ['product,title,sku,price', ...rows].join('\n'))
  const garbled = await send('import?currency=CNY', new Uint8Array([0x61, 0xff, 0xfe]))

  const { problems, more } = FileProblems.parse(body.detail)
  expect([status, body.code, problems.length, more]).toEqual([422, 'FILE_REFUSED', 20, 5])
  expect(problems[0]).toEqual({ line: 2, column: 'price', why: 'notAmount', got: 'free' })
  expect(garbled.body).toMatchObject({ code: 'FILE_REFUSED', detail: { problems: [{ why: 'garbled' }] } })
})

test('only the owner sends a file, from a page of ours, of a fair size, with its currency', async () => {
  const host = { cookie: await app.staffCookie('host') }
  const answers = await Promise.all([
    send('import?currency=CNY', FILE, host),
    send('import?currency=CNY', FILE, { origin: 'https://elsewhere.test' }),
    send('import?currency=CNY', 'x'.repeat(MOST_FILE_BYTES + 1)),
    send('import', FILE),
    send('import?currency=CNY', FILE, { 'content-type': 'text/plain' }),
  ])

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [403, 'NOT_ALLOWED'],
    [403, 'NOT_ALLOWED'],
    [422, 'FILE_REFUSED'],
    [400, 'BAD_INPUT'],
    [400, 'BAD_INPUT'],
  ])
})

test('a generic shop has no list of products to read', async () => {
  const { body } = await ask('/import', 'owner')

  expect(body).toMatchObject({ ok: false, code: 'SHOP_CANNOT' })
})
