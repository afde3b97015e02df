// npm run shop:import as whoever runs it sees it: what is printed, what it ends with, and what is in the database after.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { openSqlite } from '../app/openSqlite.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import { runHere, runProgram } from '../testing/commands.ts'
import { runShopImport } from './runShopImport.ts'

const SCRIPT = fileURLToPath(new URL('./shopImport.ts', import.meta.url))
const NOTHING_YET = 'nothing changed yet, --apply takes it over'

/** Of every server that listens. */
const closers: (() => Promise<unknown>)[] = []

/** A web server on a free port of 127.0.0.1 that counts its requests. */
async function listen(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const own = { requests: 0, url: '', close: () => Promise.resolve() }
  const server = createServer((req, res) => {
    own.requests += 1
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  own.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  own.close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  closers.push(own.close)
  return own
}
type Listening = Awaited<ReturnType<typeof listen>>

const picture = (_req: unknown, res: ServerResponse) =>
  void res.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from([0xff, 0xd8, 0xff]))

let dataDir = ''
let shop: Listening
/** In the same network, and nobody's picture server. */
let within: Listening
let products: unknown[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-import-'))
  products = []
  within = await listen(picture)
  shop = await listen((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://shop.test')
    if (pathname !== '/wp-json/wc/store/v1/products') return picture(req, res)
    res.end(JSON.stringify(searchParams.get('type') === 'variation' ? [] : products))
  })
})
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
  await rm(dataDir, { recursive: true, force: true })
})

function product(sku: string, price: string, picturesAt: string | null = null) {
  const images = picturesAt === null ? [] : [{ src: `${picturesAt}/${sku}.png` }]
  const prices = { price, currency_code: 'USD', currency_minor_unit: 2 }
  const item = { parent: 0, type: 'simple', variation: '', is_in_stock: true, low_stock_remaining: 4 }
  return { id: products.length + 1, name: `The ${sku}`, sku, prices, images, ...item }
}

const settings = () => ({
  DATA_DIR: dataDir,
  SHOP_KIND: 'woo',
  SHOP_URL: shop.url,
  WOO_CONSUMER_KEY: 'ck_of_this_test',
  WOO_CONSUMER_SECRET: 'cs_of_this_test',
  WOO_WEBHOOK_SECRET: 'a webhook secret',
})

function run(args: readonly string[] = [], env: Record<string, string> = {}) {
  return runHere(runShopImport, { args, env: { ...settings(), ...env } })
}

async function readCatalogue() {
  const database = await openSqlite({ file: join(dataDir, 'lantern.db'), clock: createSharedClock(0) })
  const { currency, products: kept } = await createShopRecords({ database, onChange: () => undefined }).readCatalogue()
  await database.close()
  return { currency, prices: kept.flatMap(({ variants }) => variants.map(({ sku, priceMinor }) => [sku, priceMinor])) }
}
const pictures = () => readdir(join(dataDir, 'pictures')).catch(() => [])

test('says what would change, and changes nothing until it is told to', async () => {
  products.push(product('cup', '1250', shop.url))

  const preview = await run()

  expect(preview).toEqual({
    code: 0,
    lines: ['+ cup  The cup', `1 new, 0 with another price, 0 vanished, 0 as before: ${NOTHING_YET}`],
  })
  expect(await readCatalogue()).toEqual({ currency: null, prices: [] })
  expect(await pictures()).toEqual([])
})

test('takes over products and pictures, and then what has changed', async () => {
  products.push(product('cup', '1250', shop.url))
  products.push(product('mug', '900'), { ...product('gift', ''), type: 'grouped' })
  const first = await run(['--apply'])
  expect(first.code).toBe(0)
  expect(first.lines.at(-1)).toBe('2 new, 0 with another price, 0 vanished, 0 as before: taken over')
  expect(await readCatalogue()).toMatchObject({ currency: 'USD', prices: expect.arrayContaining([['cup', 1250]]) })
  expect(await pictures()).toEqual([expect.stringMatching(/^shop-[0-9a-f]{20}\.jpg$/)])

  products = [product('cup', '1300')]
  const second = await runProgram(SCRIPT, { args: ['--apply'], env: settings() })

  expect(second).toEqual({
    code: 0,
    lines: [
      '~ cup  The cup: 1250 -> 1300',
      '- mug  The mug',
      '0 new, 1 with another price, 1 vanished, 0 as before: taken over',
    ],
  })
  expect((await readCatalogue()).prices).toEqual(expect.arrayContaining([['cup', 1300]]))
})

test('takes pictures in its own network from the shop’s own port alone', async () => {
  products.push(product('cup', '1250', within.url))

  const done = await run(['--apply'])

  expect(done.lines).toEqual([
    '+ cup  The cup',
    '? The cup: its picture could not be fetched',
    '1 new, 0 with another price, 0 vanished, 0 as before: taken over',
  ])
  expect(within.requests).toBe(0)
  expect(await pictures()).toEqual([])
})

test('reads a file as well, and names its lines when it is wrong', async () => {
  const file = join(dataDir, 'products.csv')
  await writeFile(file, 'product,title,sku,price\ntea,Tea,TEA,12.50\n')
  const done = await run(['--csv', file, 'EUR', '--apply'])
  expect(done).toEqual({
    code: 0,
    lines: ['+ TEA  Tea', '1 new, 0 with another price, 0 vanished, 0 as before: taken over'],
  })
  expect(await readCatalogue()).toEqual({ currency: 'EUR', prices: [['TEA', 1250]] })

  await writeFile(file, 'product,title,sku,price\ntea,,TEA,free\n')
  const wrong = await run(['--csv', file, 'EUR', '--apply'])

  expect(wrong.code).toBe(1)
  expect(wrong.lines).toEqual(expect.arrayContaining([expect.stringMatching(/^line 2, title: /)]))
  expect(wrong.lines).toHaveLength(2)
  expect((await readCatalogue()).prices).toEqual([['TEA', 1250]])
  expect(shop.requests).toBe(0)
})

test('what is left out, and what is taken otherwise than it stands there, is named before anything changes', async () => {
  const file = join(dataDir, 'products.csv')
  const header = 'Handle;Title;Variant SKU;Variant Inventory Qty;Variant Price;Image Src;Status'
  await writeFile(file, `${header}\ncup;Cup;CUP;-2;18,00;cup.jpg;active\njug;Jug;JUG;5;20,00;;draft\n;;;;;;\n`)

  expect(await run(['--csv', file, 'EUR'])).toEqual({
    code: 0,
    lines: [
      '+ CUP  Cup',
      '? Jug: a draft in the shop',
      '? Cup: no picture, since it has no web address: cup.jpg',
      '? Cup: no units, since its stock is below zero: -2',
      `1 new, 0 with another price, 0 vanished, 0 as before: ${NOTHING_YET}`,
    ],
  })
})

test.each([
  ['without a currency', ['--csv', 'products.csv'], 'usage: --csv <file> <currency, such as USD>'],
  ['that is not there', ['--csv', '/nowhere/products.csv', 'USD'], '/nowhere/products.csv cannot be read'],
])('a file %s is one clear line', async (_what, args, line) => {
  expect(await run(args)).toEqual({ code: 1, lines: [line] })
})

test('a shop that does not answer is one clear line, and so are settings that are not right', async () => {
  await shop.close()

  const silent = await run(['--apply'])
  const wrong = await run([], { SHOP_KIND: 'bazaar' })

  expect(silent).toEqual({ code: 1, lines: [expect.stringMatching(/^failed: SHOP_UNREACHABLE /)] })
  expect(wrong).toEqual({ code: 78, lines: [expect.stringMatching(/^SHOP_KIND: /)] })
})
