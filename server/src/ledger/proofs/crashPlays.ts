// A process of its own that opens red packets, or settles draws, and prints every answer; the crash tests kill it, or it kills itself.
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { RedPacketEntry } from '@lantern/shared/features/redPacket/contract.ts'
import { KINDS } from '../../activities/kinds.ts'
import { settleDraws } from '../../activities/seals/settler.ts'
import { openDatabase } from '../../app/openDatabase.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { createRecordedBeacon } from '../../testing/recordedBeacon.ts'
import { createLedger } from '../createLedger.ts'
import type { Ledger } from '../ledger.ts'
import { aPacket, aTap, type CrashOrders, type Opened } from './model/playCrashes.ts'

const TAPPERS = 200
const orders: CrashOrders = JSON.parse(process.argv[2] ?? 'null')

const url = orders.at.startsWith('postgres') ? orders.at : null
const clock = createSharedClock(orders.now)
const beacon = createRecordedBeacon(clock)
const database = await openDatabase({ url, file: orders.at, clock })
const ledger = createLedger({ database, onChange: () => {}, beacon })

let printed = 0

function print(line: Opened | 'over'): void {
  // A pipe takes it before this returns: whoever reads it was told.
  process.stdout.write(`${JSON.stringify(line)}\n`)
  printed += 1
  if (printed === orders.packet?.killAfter) process.kill(process.pid, 'SIGKILL')
}

/** Two taps of everybody, some of them with the same request as before. */
async function tap(activityId: ActivityId, n: number): Promise<void> {
  for (const requestId of ['first', n % 2 === 0 ? 'first' : 'second']) {
    const outcome = await ledger.enter(aTap(activityId, { viewer: `v${n}`, requestId }))
    if (!outcome.ok) continue
    const { no, entry } = outcome.value
    print({ viewer: `v${n}`, requestId, no, amountMinor: RedPacketEntry.parse(entry).amountMinor })
  }
}

async function openPacket(id: string): Promise<void> {
  const activityId = ActivityId.parse(id)
  await ledger.makeActivity(aPacket(activityId))
  await Promise.allSettled(Array.from({ length: TAPPERS }, (_, n) => tap(activityId, n)))
}

/** Dies as soon as it was asked for something for the nth time, or as soon as that was answered. */
function mortal(
  { settleDraw, redraw }: Ledger,
  dies: NonNullable<CrashOrders['dies']>,
): Pick<Ledger, 'settleDraw' | 'redraw'> {
  let asked = 0
  const die = () => process.kill(process.pid, 'SIGKILL')
  const guard =
    <Input, Output>(ask: (input: Input) => Promise<Output>) =>
    async (input: Input) => {
      asked += 1
      const answer = ask(input)
      if (asked === dies.nth && dies.when === 'before') die()
      // Somewhere on the way of its batch.
      if (asked === dies.nth && dies.when === 'meanwhile') setTimeout(die, dies.afterMs)
      await answer
      if (asked === dies.nth) die()
      return answer
    }
  return { settleDraw: guard(settleDraw), redraw: guard(redraw) }
}

if (orders.packet !== undefined) await openPacket(orders.packet.id)
if (orders.dies) await settleDraws({ database, ledger: mortal(ledger, orders.dies), beacon, kinds: KINDS })
print('over')
setInterval(() => {}, 1000)
