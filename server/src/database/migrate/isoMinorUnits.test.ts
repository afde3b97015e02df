// Amounts that were counted with the places of `Intl` are those of ISO 4217 afterwards, everywhere and once, on both databases.
import { describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { type DatabasePlace, paid, SHOW, newSqlitePlace } from '../../ledger/proofs/testShop.ts'
import { type FilledSchema, filledPostgres, filledSqlite } from '../../testing/filledPlaces.ts'
import { withPostgres } from '../../testing/postgresPlaces.ts'
import { sql } from 'kysely'
import { createWebhookRecords } from '../../webhooks/records/createWebhookRecords.ts'
import { createShopRecords } from '../../shops/records/createShopRecords.ts'
import { createStore } from '../../records/createStore.ts'
import { openConnection } from '../sqlite/connection.ts'
import { migrate } from './migrate.ts'
import { upTo } from './steps.ts'

const NOW = 1_000_700_000
const server = withPostgres()

const inCurrency = (currency: string) =>
  ['variants', 'shows', 'offers', 'flash_sales', 'holds', 'orders']
    .map((table) => `update ${table} set currency = '${currency}';`)
    .join('\n')

/** Every amount that is kept. */
async function readAmounts(place: DatabasePlace) {
  const database = await place.open(createSharedClock(NOW))
  const store = createStore({ database, onChange: () => {} })
  const room = await store.readRoom(SHOW)
  const { products } = await createShopRecords({ database, onChange: () => {} }).readCatalogue()
  const drift = await createLedger({ database, onChange: () => {} }).check()
  await database.close()
  const amounts = {
    variants: products.flatMap(({ variants }) => variants.map(({ priceMinor }) => priceMinor)),
    offers: room?.room.offers.flatMap(({ priceMinor, shopPriceMinor }) => [priceMinor, shopPriceMinor]),
    sales: [room?.room.sale?.priceMinor],
    holds: room?.desk.holds.flatMap(({ totalMinor, lines }) => [
      totalMinor,
      ...lines.map((line) => line.unitPriceMinor),
    ]),
    orders: room?.desk.orders.flatMap(({ amountMinor, backMinor }) => [amountMinor, backMinor]),
  }
  return { amounts, matters: room?.desk.orders.map(({ orderId, matter }) => [orderId, matter]), drift }
}

const times = (factor: number, amounts: object): unknown =>
  JSON.parse(JSON.stringify(amounts), (_key, value: unknown) => (typeof value === 'number' ? value * factor : value))

describe.each([
  ['SQLite', (schema: FilledSchema, more: string) => filledSqlite(schema, more)],
  ['PostgreSQL', (schema: FilledSchema, more: string) => filledPostgres(server(), { schema, more })],
])('on %s', (_name, fill) => {
  const kept = new Map<FilledSchema, ReturnType<typeof readAmounts>>()
  const readOnce = async (schema: FilledSchema) => {
    const place = await fill(schema, '')
    return readAmounts(place).finally(place.drop)
  }
  /** As the fixtures have them; read once of each schema. */
  const usual = (schema: FilledSchema) => {
    const amounts = kept.get(schema) ?? readOnce(schema)
    kept.set(schema, amounts)
    return amounts
  }

  test.each([
    [5, 'HUF', 100],
    [9, 'IDR', 100],
    [9, 'IQD', 1000],
    [9, 'EUR', 1],
    [9, 'JPY', 1],
    [9, 'RSD', 1],
  ] as const)('of schema %i every amount in %s is %i times itself, once', async (schema, currency, factor) => {
    const place = await fill(schema, inCurrency(currency))
    const was = await usual(schema)

    const first = await readAmounts(place)
    const again = await readAmounts(place)

    expect(was.amounts.sales).toEqual([1500])
    expect(first.amounts).toEqual(times(factor, was.amounts))
    expect(again).toEqual(first)
    expect(first.drift).toEqual([])
    await place.drop()
  })

  test('what a shop told after ISO 4217 is right as it stands, and differs no more', async () => {
    const told = `update orders set amount_minor = 400000, matter = 'amount_differs' where order_id = 'order-paid';`
    const place = await fill(9, `${inCurrency('HUF')} ${told}`)

    const { amounts, matters } = await readAmounts(place)

    expect(amounts.orders?.filter((amount) => amount === 400_000).length).toBeGreaterThan(0)
    expect(amounts.orders).not.toContain(40_000_000)
    expect(matters).toContainEqual(['order-paid', null])
    await place.drop()
  })

  test('what is still to be taken down is brought, too', async () => {
    const fact = JSON.stringify({
      ...paid('paying', 'order-new', { amountMinor: 2000, eventId: 'e-new' }),
      currency: 'COP',
    })
    const waits = `update arrivals set hold_id = 'paying', fact = '${fact}';`
    const place = await fill(9, `${inCurrency('COP')} ${waits}`)
    const database = await place.open(createSharedClock(NOW))

    const ledger = createLedger({ database, onChange: () => {} })
    const [claimed] = await createWebhookRecords(database).inbox.claim({ limit: 10, leaseMs: 1000 })
    await ledger.report(JSON.parse(claimed?.fact ?? '{}'))

    const orders = (await createStore({ database, onChange: () => {} }).readRoom(SHOW))?.desk.orders
    expect(orders).toContainEqual(
      expect.objectContaining({ orderId: 'order-new', amountMinor: 200_000, matter: null, state: 'paid' }),
    )
    await ledger.close()
    await database.close()
    await place.drop()
  })
})

test('a database that had the table of minor units already stays as it is', async () => {
  const place = await newSqlitePlace()
  const { db, words, transact, close } = openConnection({ file: place.file, readOnly: false })
  const needs = { now: () => Promise.resolve(1), words }
  await transact('write', () => migrate(db, { ...needs, only: upTo(14) }))
  const insert = `insert into products (id, position, title, picture) values ('p', 0, '{}', '');
    insert into variants (id, product_id, position, sku, title, price_minor, currency, stock)
    values ('v', 'p', 0, 'CUP', null, 1250, 'HUF', 1)`
  for (const statement of insert.split(';')) await transact('write', () => sql.raw(statement).execute(db))

  await transact('write', () => migrate(db, needs))

  expect(await db.selectFrom('variants').select('price_minor').execute()).toEqual([{ price_minor: 1250 }])
  close()
  await place.drop()
})
