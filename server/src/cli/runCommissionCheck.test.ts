// commission:check counts what it proves, finds rows that are lost, made up or changed, and refuses to prove nothing.
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCommissionShop } from '../testing/commissionShop.ts'
import { openShop, paid, sqlitePlace } from '../ledger/proofs/testShop.ts'
import { runCheck } from './runCommissionCheck.ts'

let place: Awaited<ReturnType<typeof sqlitePlace>>

async function check() {
  const lines: string[] = []
  const code = await runCheck({ url: null, file: place.file }, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

function spoil(statement: string): void {
  const file = new DatabaseSync(place.file)
  file.exec(statement)
  file.close()
}

/** Of nobody's: what sharing has nothing to do with. */
async function sellOneAlone(): Promise<void> {
  const shop = await openShop(place)
  const { hold, follow } = createCommissionShop(() => shop)
  await hold('z', 'zoe')
  await shop.ledger.report(paid('z', 'order-z'))
  await follow()
  await shop.close()
}

async function sellOne(): Promise<void> {
  const shop = await openShop(place)
  const { rules, join, link, hold, follow } = createCommissionShop(() => shop)
  await rules()
  await hold('a', 'anna', { via: await link(await join('willow')) })
  await shop.ledger.report(paid('a', 'order-a'))
  await follow()
  await shop.close()
}

beforeAll(async () => {
  place = await sqlitePlace()
})
afterAll(() => place.drop())

test('what there is none of is not proved, nor is a file that is not there', async () => {
  await (await openShop(place)).close()

  expect(await check()).toMatchObject({ code: 2, said: expect.stringContaining('nothing to check') })
  const lines: string[] = []
  expect(await runCheck({ url: null, file: `${place.file}.gone` }, (line) => lines.push(line))).toBe(2)
  expect(lines.join()).toContain('is not there')
})

test('orders that nobody is credited with are no proof of anything', async () => {
  await sellOneAlone()

  expect(await check()).toMatchObject({ code: 2, said: expect.stringContaining('nothing to check') })
})

test('it counts what holds, and finds what does not', async () => {
  await sellOne()
  expect(await check()).toEqual({ code: 0, said: 'commission:check: 1 facts, 1 orders, 1 rows: all of it holds' })

  spoil('update commission_rows set amount_minor = amount_minor + 1')
  expect(await check()).toMatchObject({
    code: 1,
    said: expect.stringMatching(/something else.*\norder .* 161 instead of 160/),
  })
  spoil('update commission_rows set amount_minor = amount_minor - 1, seq = seq + 1')
  expect(await check()).toMatchObject({ code: 1, said: expect.stringMatching(/not there\n.*nothing says this row/) })
  spoil('delete from commission_rows')
  expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('0 instead of 160') })
})
