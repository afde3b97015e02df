// A client process: connects, warms up, waits for the signal, places its share of the holds and reports what it saw.
import type { Client } from './contender.ts'
import { CONTENDERS } from './contenders.ts'
import { type Load, placeAtOnce, placeSteadily } from './driver.ts'
import { createHolds } from './holds.ts'
import type { DonePart, FromPlacer, Order, ToPlacer } from './messages.ts'

interface Prepared {
  readonly client: Client
  work(): Promise<DonePart>
}

async function prepare({ target, clients, warmUp, work }: Order): Promise<Prepared> {
  const contender = await CONTENDERS[target.contender]()
  const client = await contender.connect(target)
  const load: Load = { client, nextHold: createHolds(target.offerIds.length) }
  await placeAtOnce(load, clients, warmUp)
  return {
    client,
    async work() {
      if ('pace' in work) return placeSteadily(load, work.pace)
      return { ...(await placeAtOnce(load, clients, work.holds)), loopDelayP99Ms: null }
    },
  }
}

function say(message: FromPlacer): void {
  process.send?.(message)
}

let prepared: Prepared | null = null

async function obey(message: ToPlacer): Promise<void> {
  if (message.type === 'prepare') {
    prepared = await prepare(message.order)
    return say({ type: 'ready' })
  }
  if (prepared === null) throw new Error(`${message.type} before prepare`)
  if (message.type === 'go') return say({ type: 'done', part: await prepared.work() })
  await prepared.client.close()
  say({ type: 'ended' })
  process.disconnect()
}

// Without the bench there is nobody to work for.
process.on('disconnect', () => process.exit())
process.on('message', (message: ToPlacer) => {
  obey(message).catch((error: unknown) => {
    say({ type: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
})
