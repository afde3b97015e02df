// What every database must hold to where old facts are thrown away: what was made of them can still be made anew.
import { expect, test } from 'vitest'
import { withShop } from '../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import { SHOW } from '../ledger/proofs/testShop.ts'
import { append, cure, IDLE, readTally, SUBSCRIPTIONS, TALLY } from '../testing/testSubscriptions.ts'
import { runRebuild } from './runRebuild.ts'
import { SHOP, type Stream } from './stream.ts'

const ALL = 1000

export function keepingContract(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const run: ReturnType<typeof current>['shop']['database']['run'] = (job, input) =>
    current().shop.database.run(job, input)
  const add = (stream: Stream, payload = {}) => run(append, { stream, type: 'words:changed', payload })
  const take = (name: string) => run(SUBSCRIPTIONS.take, { name, limit: ALL })
  const takeAll = async () => {
    for (const { name } of [TALLY, IDLE]) await take(name)
  }
  const tally = async (stream: Stream) => (await run(readTally, { stream })).taken
  const logged = async (stream: Stream) => (await run(readTally, { stream })).logged
  const forget = () => run(SUBSCRIPTIONS.forget, { before: current().shop.clock.now(), limit: ALL })
  const forgetAll = async () => {
    while ((await forget()) > 0);
  }
  const rebuild = async (name: string | undefined) => {
    const said: string[] = []
    const print = (line: string) => void said.push(line)
    const database = current().shop.database
    const code = await runRebuild(name, { database, subscriptions: [TALLY, IDLE], jobs: SUBSCRIPTIONS, print })
    return { code, said }
  }

  test('what a subscription has made is made anew from the log alone, and is the same', async () => {
    for (const stream of [SHOP, SHOW, SHOP] as const) await add(stream)
    await takeAll()
    const before = [await tally(SHOP), await tally(SHOW)]

    const { code, said } = await rebuild(TALLY.name)

    expect(code).toBe(0)
    expect([await tally(SHOP), await tally(SHOW)]).toEqual(before)
    expect(said.at(-1)).toMatch(/^events:rebuild: tally: (\d+) of \1$/)
  })

  test('also after old facts were thrown away, twice, and more has happened since', async () => {
    for (let n = 0; n < 6; n += 1) await add(n % 2 === 0 ? SHOP : SHOW)
    await takeAll()
    current().shop.clock.advance(1000)
    await forgetAll()
    for (const stream of [SHOP, SHOW, SHOP, SHOW] as const) await add(stream)
    await takeAll()
    current().shop.clock.advance(1000)
    await forgetAll()
    await add(SHOW)
    await takeAll()
    const before = [await tally(SHOP), await tally(SHOW)]
    expect(await logged(SHOW)).toEqual(before[1]?.slice(-2))

    expect((await rebuild(TALLY.name)).code).toBe(0)

    expect([await tally(SHOP), await tally(SHOW)]).toEqual(before)
  })

  test('a fact is kept while it is young, while anybody has not passed it, and while it is its stream’s newest', async () => {
    await takeAll()
    await add(SHOP)
    await add(SHOP)
    current().shop.clock.advance(1000)
    const count = async () => (await logged(SHOP)).length
    const all = await count()

    await take(TALLY.name)
    await forgetAll()
    expect(await count()).toBe(all)
    await take(IDLE.name)
    expect(await run(SUBSCRIPTIONS.forget, { before: current().shop.clock.now() - 1000, limit: ALL })).toBe(0)
    await forgetAll()
    expect(await count()).toBe(1)
  })

  test('a fact in the way is named, and the rest of its stream is still to come', async () => {
    await add(SHOW, { poison: true })

    const stopped = await rebuild(TALLY.name)
    expect(stopped.code).toBe(1)
    expect(stopped.said.join('\n')).toContain('of show: not to my taste')
    await run(cure, null)
    expect((await rebuild(TALLY.name)).code).toBe(0)
    expect(await tally(SHOW)).toEqual(await logged(SHOW))
  })

  test.each([
    ['a name that nobody has', 'tallly', 'no subscription is named tallly: tally, idle'],
    ['no name', undefined, 'say which subscription: tally, idle'],
    ['one that only acts outside', 'idle', 'what idle did has left the house and is not done again'],
  ])('%s is refused', async (_what, name, words) => {
    expect(await rebuild(name)).toEqual({ code: 2, said: [`events:rebuild: ${words}`] })
  })
}
