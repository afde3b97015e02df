// npm run show as whoever runs it sees it, beside a show that was made.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { openSqlite } from '../../app/openSqlite.ts'
import { createStore } from '../../records/createStore.ts'
import { runHere, runProgram } from '../../testing/commands.ts'
import { runShow } from './runShow.ts'

const SCRIPT = fileURLToPath(new URL('./show.ts', import.meta.url))

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-show-'))
  const database = await openSqlite({ file: join(dataDir, 'lantern.db'), clock: createSharedClock(Date.now()) })
  const store = createStore({ database, onChange: () => undefined })
  const variant = (sku: string) => ({ sku, title: { en: sku }, priceMinor: 100, stock: 5 })
  const product = (id: string, ...skus: string[]) => ({
    ...{ id: ProductId.parse(id), title: { en: `The ${id}` }, picture: '' },
    variants: skus.map(variant),
  })
  await store.saveCatalogue('USD', [product('cup', 'CUP'), product('shirt', 'S', 'L')])
  const chosen = [{ productId: ProductId.parse('cup') }]
  await store.createChosenShow({ id: ShowId.parse('evening'), title: { en: 'Evening' }, startsAt: 0 }, chosen)
  await store.close()
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const env = () => ({ DATA_DIR: dataDir, DATABASE_URL: '' })
const run = (...args: string[]) => runHere(runShow, { args, env: env() })

test('lists shows, and changes what one sells step by step', async () => {
  expect(await run()).toEqual({ code: 0, lines: ['evening\tscheduled\t1 products\tEvening'] })

  const added = await runProgram(SCRIPT, { args: ['evening', 'add', 'shirt', 'L=3'], env: env() })
  expect(added).toEqual({
    code: 0,
    lines: [
      '1. The cup  cup',
      '   CUP: 5 units, 0 held, 0 paid',
      '2. The shirt  shirt',
      '   L: 3 units, 0 held, 0 paid',
      '2 products, in USD',
    ],
  })
  expect((await run('evening', 'order', 'L')).lines[0]).toBe('1. The shirt  shirt')
  expect((await run('evening', 'units', 'L=4')).lines[1]).toBe('   L: 4 units, 0 held, 0 paid')
  expect((await run('evening', 'remove', 'CUP')).lines.at(-1)).toBe('1 products, in USD')
})

test('says what is wrong, and changes nothing', async () => {
  expect(await run('nothing')).toEqual({ code: 1, lines: ['no show nothing; npm run show lists them'] })
  expect(await run('evening', 'add', 'hat')).toEqual({ code: 64, lines: ['hat is not in the catalogue'] })
  expect(await run('evening', 'units', 'L')).toEqual({ code: 64, lines: ['L is not <sku>=<units>'] })
  expect((await run('evening', 'paint', 'L')).code).toBe(64)
  const refused = await run('evening', 'units', 'L=9')
  expect(refused.code).toBe(1)
  expect(refused.lines[0]).toMatch(/^refused: NOT_ENOUGH_LEFT .*"left":5/)
})
