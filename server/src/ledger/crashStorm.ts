// A process of its own that places holds as fast as it can and prints every acknowledged id: the crash test kills it.
import { systemClock } from '../clock.ts'
import { createLedger } from './createLedger.ts'
import { openSqlite } from './openSqlite.ts'
import { aHold, SHOW } from './testShop.ts'
import { createStore } from '../store/createStore.ts'

const [file, round] = process.argv.slice(2)
if (file === undefined) throw new Error('crashStorm.ts <file> <round>')

const database = await openSqlite({ file })
const store = createStore({ database, onChange: () => {} })
const ledger = createLedger({ database, onChange: () => {} })
const offers = (await store.readRoom(SHOW))?.offers ?? []

async function buyer(n: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const offer = offers[(n + turn) % offers.length]
    if (!offer) return
    const id = `${round}-${n}-${turn}`
    const outcome = await ledger.place(aHold(id, `v${id}`, [[offer.id, 1]]))
    if (!outcome.ok) return
    process.stdout.write(`${id} ${offer.id}\n`)
    if (turn % 3 === 0) await ledger.release({ holdId: outcome.value.id, viewerId: aHold(id, `v${id}`, []).viewerId })
  }
}

process.stdout.write(`ready ${systemClock()}\n`)
await Promise.all(Array.from({ length: 200 }, (_, n) => buyer(n)))
