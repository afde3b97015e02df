// One large draw on a database of its own: entered, settled and asked for, with the pauses of this process's event loop.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { aDraw, closeByClock, DRAW, type DrawShow, enter } from '@lantern/server/src/testing/drawShow.ts'
import { openLargeDraw, settleAsServed } from '@lantern/server/src/testing/largeDraw.ts'
import { servePublished } from '@lantern/server/src/testing/servePublished.ts'
import { makeFolder } from '../ledger/disk.ts'
import { removeWithUs } from '../ledger/endings.ts'
import { startPostgres } from '../ledger/postgresServer.ts'
import { type Figures, WINNERS } from './plan.ts'

const AT_ONCE = 2000
/** So that the monitor's own timer has run before and after. */
const REST_MS = 50
const IDLE_MS = 1000

export async function measureDraw(database: 'SQLite' | 'PostgreSQL', entrants: number): Promise<Figures> {
  const folder = await makeFolder(tmpdir(), 'lantern-draw-')
  const remove = removeWithUs(folder)
  const postgres = database === 'PostgreSQL' ? await startPostgres(folder) : null
  const shop = await openLargeDraw({ url: postgres?.url ?? null, file: join(folder, 'lantern.db') })
  const figures = await measure(shop, entrants)
  await shop.close()
  await postgres?.close()
  await remove()
  return figures
}

async function measure(shop: DrawShow, entrants: number): Promise<Figures> {
  await shop.ledger.makeActivity(aDraw({ winners: WINNERS }))
  const [enterMs] = await timed(() => enterAll(shop, entrants))
  await closeByClock(shop)
  const idle = await watched(() => pause(IDLE_MS))
  const settling = await watched(() => timed(() => settleAsServed(shop)))
  const [settleMs, settled] = settling.value
  if (settled !== 1) throw new Error('the draw was not settled')
  const published = await measurePublished(shop)
  return { enterMs, settleMs, settlePauseMs: settling.pauseMs, idlePauseMs: idle.pauseMs, ...published }
}

async function enterAll(shop: DrawShow, entrants: number): Promise<void> {
  for (let from = 0; from < entrants; from += AT_ONCE) {
    const some = Math.min(AT_ONCE, entrants - from)
    const outcomes = await Promise.all(Array.from({ length: some }, (_, nth) => enter(shop, `viewer-${from + nth}`)))
    if (!outcomes.every(({ ok }) => ok)) throw new Error('somebody was not let in')
  }
}

async function measurePublished({ store }: DrawShow) {
  const served = await servePublished({ store })
  const url = `${served.url}/v/${DRAW}.json`
  const { value, pauseMs } = await watched(async () => {
    const [firstMs, first] = await timed(() => ask(url))
    const [againMs] = await timed(() => ask(url))
    const [unchangedMs] = await timed(() => ask(url, first.tag))
    return { firstMs, againMs, unchangedMs, bytes: first.bytes }
  })
  await served.close()
  return { ...value, publishPauseMs: pauseMs }
}

/** Counts what comes and keeps none of it: reading it is not what is measured. */
async function ask(url: string, tag: string | null = null) {
  // As a browser that reloads: left to itself fetch says that nothing kept will do.
  const known = tag === null ? {} : { 'if-none-match': tag, 'cache-control': 'max-age=0' }
  const answer = await fetch(url, { headers: known })
  let bytes = 0
  for await (const chunk of answer.body ?? []) bytes += chunk.length
  return { bytes, tag: answer.headers.get('etag') }
}

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [number, Value]> {
  const at = performance.now()
  const value = await work()
  return [performance.now() - at, value]
}

async function watched<Value>(work: () => Promise<Value>): Promise<{ value: Value; pauseMs: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  await pause(REST_MS)
  const value = await work()
  await pause(REST_MS)
  delays.disable()
  return { value, pauseMs: delays.max / 1e6 }
}
