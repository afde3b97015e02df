// A process of its own that places, changes, releases, pays and waits as fast as it can and prints every answer: the crash tests kill it.
import { statSync } from 'node:fs'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { createStore } from '../../records/createStore.ts'
import { createLedger } from '../createLedger.ts'
import type { Acknowledged } from './model/crashRounds.ts'
import { openDatabase } from '../../app/openDatabase.ts'
import { aHold, opened, paid, SHOW } from './testShop.ts'

const BUYERS = 200
const TURNS = 10

const [place, round] = process.argv.slice(2)
if (place === undefined || round === undefined) throw new Error('crashStorm.ts <file or url> <round>')

const url = place.startsWith('postgres') ? place : null
const database = await openDatabase({ url, file: place })
const ledger = createLedger({ database, onChange: () => {} })
const room = await createStore({ database, onChange: () => {} }).readRoom(SHOW)
// The last of them is soon sold out.
const offers = room?.room.offers.map((offer) => offer.id) ?? []

/** The length of the log at the answer: what was promised lies before it. */
function walBytes(): number {
  return url === null ? statSync(`${place}-wal`).size : 0
}

function print(line: Acknowledged): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function acknowledge(hold: Hold, units: number): void {
  const offerId = hold.lines[0]?.offerId ?? OfferId.parse('none')
  print({ kind: 'hold', id: hold.id, offerId, units, version: hold.version, walBytes: walBytes() })
}

async function turn(id: string, offerId: OfferId, nth: number): Promise<void> {
  const request = aHold(id, `v${id}`, [[offerId, 1]])
  const { holdId, viewerId, viewerName, via, source, showId } = request
  const outcome = await ledger.place(request)
  if (!outcome.ok && outcome.code === 'SOLD_OUT') {
    const who = { showId, viewerId, viewerName, via, source }
    const place = await ledger.joinWaitlist({ ...who, offerId, quantity: 1 })
    if (place.ok) print({ kind: 'wait', id: viewerId, offerId, units: 1, version: 0, walBytes: walBytes() })
  }
  if (!outcome.ok) return
  acknowledge(outcome.value, 1)
  const next = [
    () => ledger.release({ holdId, viewerId }),
    () => ledger.change({ holdId, viewerId, lines: [{ offerId, quantity: 2 }] }),
    () => ledger.report(opened(id, `open-${id}`)),
    () => ledger.report(paid(id, `order-${id}`, { eventId: `pay-${id}` })),
  ][nth % 5]
  const after = await next?.()
  if (after?.ok) acknowledge(after.value, 1)
}

async function buyer(n: number): Promise<void> {
  for (let nth = 0; nth < TURNS; nth++) {
    const offerId = offers[(n + nth) % offers.length]
    if (offerId) await turn(`${round}-${n}-${nth}`, offerId, n + nth)
  }
}

// Where the database is gone nothing more is promised.
await Promise.allSettled(Array.from({ length: BUYERS }, (_, n) => buyer(n)))
// Whoever wants the files as a crash leaves them kills it now.
process.stdout.write('"over"\n')
setInterval(() => {}, 1000)
