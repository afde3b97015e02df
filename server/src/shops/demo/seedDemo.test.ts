// The demo's first minute: products, pictures and one show, however often and from however many processes.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../ops/log.ts'
import { openSqlite } from '../../app/openSqlite.ts'
import { createStore } from '../../records/createStore.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '../../records/store.ts'
import { readDetails } from '../records/productDetails.ts'
import { DEMO_SHOW, seedDemo } from './seedDemo.ts'

const clock = createSharedClock(1_800_000_000_000)
const FEED = {
  currency: 'CNY',
  products: [
    {
      id: 'linen-shirt',
      title: { en: 'Linen shirt', 'zh-Hans': '亚麻衬衫' },
      picture: '/pictures/linen-shirt.svg',
      details: { description: 'Washed linen.', sizes: 'S: 104 cm', tags: ['linen'], type: 'Shirts' },
      variants: [
        { sku: 'S', title: { en: 'S' }, priceMinor: 19900, stock: 10 },
        { sku: 'M', title: { en: 'M' }, priceMinor: 19900, stock: 12 },
      ],
    },
  ],
}

let dataDir = ''
const stores: Store[] = []
let shop: Server
let feed: unknown
let failures: number

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-seed-'))
  const open = async () =>
    createStore({ database: await openSqlite({ file: join(dataDir, 'l.db'), clock }), onChange: () => undefined })
  feed = FEED
  failures = 0
  shop = createServer((req, res) => {
    if (failures-- > 0) res.writeHead(503).end()
    else if (req.url === '/products.json') res.end(JSON.stringify(feed))
    else res.end('<svg xmlns="http://www.w3.org/2000/svg"/>')
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  for (let nth = 0; nth < 2; nth++) stores.push(await open())
})
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
  await new Promise((resolve) => shop.close(resolve))
  await rm(dataDir, { recursive: true, force: true })
})

function seed(store: Store | undefined, demo = true): Promise<void> {
  if (store === undefined) throw new Error('no store')
  const { port } = shop.address() as AddressInfo
  const config = { demo, dataDir, shopInternalUrl: `http://127.0.0.1:${port}` }
  return seedDemo({ store, clock: clock.now, config, log: createLog('silent'), patienceMs: 1500 })
}

test('two processes at once, and once more, end with one show of all products', async () => {
  failures = 2
  await Promise.all(stores.map((store) => seed(store)))
  await seed(stores[0])

  const room = await stores[0]?.readRoom(DEMO_SHOW)
  expect(await stores[1]?.listShows()).toHaveLength(1)
  expect(room?.room.offers.map((offer) => offer.allotted)).toEqual([10, 12])
  expect(room?.room.show).toMatchObject({ phase: 'scheduled', startsAt: clock.now() + 600_000 })
  const [picture] = await readdir(join(dataDir, 'pictures'))
  expect(room?.room.products[0]?.picture).toBe(`/pictures/${picture}`)
  const productId = ProductId.parse('linen-shirt')
  const told = await stores[0]?.run(readDetails, { showId: DEMO_SHOW, productId })
  expect(told).toMatchObject({ description: 'Washed linen.', sizes: 'S: 104 cm', tags: ['linen'], type: 'Shirts' })
  expect(picture).toMatch(/^linen-shirt-[0-9a-f]{10}\.svg$/)
})

test('a shop that answers nonsense leaves no half a demo', async () => {
  feed = { currency: 'CNY', products: [{ id: '../x' }] }

  await seed(stores[0])

  expect(await stores[0]?.listShows()).toEqual([])
})

test('outside demo mode nothing is made', async () => {
  await seed(stores[0], false)

  expect(await stores[0]?.listShows()).toEqual([])
})
