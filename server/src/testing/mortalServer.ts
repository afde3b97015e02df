// A whole server as a process of its own that dies by SIGKILL the nth time it comes to a named step; the crash tests start it.
import { HoldId, ProductId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type App, createApp } from '../app/app.ts'
import { processEnvironment, readConfig } from '../settings/config.ts'
import { createIdleSfu } from './idleSfu.ts'

export interface MortalOrders {
  /** Null: it dies of nothing. */
  readonly dieAt: string | null
  readonly nth: number
  readonly holds: number
}

export const MORTAL_SHOW = ShowId.parse('mortal')
export const PRICE_MINOR = 2000
const PER_BATCH = 500

async function fill({ store, ledger }: App, holds: number): Promise<void> {
  if ((await store.readRoom(MORTAL_SHOW)) === null) {
    const variants = [{ sku: 'CUP', title: null, priceMinor: PRICE_MINOR, stock: holds }]
    await store.saveCatalogue('EUR', [
      { id: ProductId.parse('cup'), title: { en: 'Cup' }, picture: '/cup.svg', variants },
    ])
    await store.createShow({ id: MORTAL_SHOW, title: { en: 'Show' }, startsAt: Date.now() })
    await store.goLive(MORTAL_SHOW, StaffId.parse('staff'))
  }
  const offerId = (await store.readRoom(MORTAL_SHOW))?.room.offers[0]?.id
  if (offerId === undefined) throw new Error('the show has no offer')
  const place = (n: number) =>
    ledger.place({
      holdId: HoldId.parse(`h${n}`),
      showId: MORTAL_SHOW,
      viewerId: ViewerId.parse(`v${n}`),
      viewerName: `Otter ${n}`,
      via: null,
      source: null,
      lines: [{ offerId, quantity: 1 }],
    })
  for (let from = 0; from < holds; from += PER_BATCH) {
    const outcomes = await Promise.all(
      Array.from({ length: Math.min(PER_BATCH, holds - from) }, (_, n) => place(from + n)),
    )
    const refused = outcomes.find((outcome) => !outcome.ok)
    if (refused) throw new Error(`a hold was not placed: ${JSON.stringify(refused)}`)
  }
}

function mortality({ dieAt, nth }: MortalOrders): (name: string) => void {
  let come = 0
  return (name) => {
    if (name === dieAt && ++come === nth) process.kill(process.pid, 'SIGKILL')
  }
}

async function start(orders: MortalOrders): Promise<void> {
  const outcome = readConfig(processEnvironment())
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const webhookTiming = { everyMs: 50, inboxLeaseMs: 1000 }
  const app = await createApp(outcome.config, { createSfu: createIdleSfu, failpoint: mortality(orders), webhookTiming })
  await fill(app, orders.holds)
  process.stdout.write('filled\n')
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
}

const [given] = process.argv.slice(2)
// Also imported, for its names.
if (given !== undefined && process.argv[1]?.endsWith('mortalServer.ts')) await start(JSON.parse(given))
