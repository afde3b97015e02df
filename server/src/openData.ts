// Opens what is kept: the data folder, the database in it or elsewhere, and what reads and writes that database.
import type { Changes } from './changes.ts'
import type { SharedClock } from './clock.ts'
import { type Config, databaseOf } from './config.ts'
import { createLedger } from './ledger/createLedger.ts'
import { openDatabase } from './ledger/openDatabase.ts'
import type { Log } from './log.ts'
import { prepareDataDir } from './machine.ts'
import { createMail } from './store/createMail.ts'
import { createShopRecords } from './store/createShopRecords.ts'
import { createStore } from './store/createStore.ts'

interface Needs {
  readonly changes: Changes
  readonly log: Log
  /** Unless told, the machine's. */
  readonly clock: SharedClock | undefined
}

export async function openData(config: Config, { changes, log, clock }: Needs) {
  const open = await prepareDataDir(config.dataDir)
  if (open.length > 0) log.warn({ open }, 'other accounts may read these files: give them to the account of the server')
  const place = databaseOf(config)
  const database = await openDatabase(clock === undefined ? place : { ...place, clock })
  const onChange = changes.tell
  const store = createStore({ database, onChange, offerDefaults: { holdMs: config.holdMs } })
  const { payingMs, saleGraceMs, waitedMs, coolDownMs, lapsesPerViewer, lapsesPerSource } = config
  const policy = { payingMs, saleGraceMs, waitedMs, coolDownMs, lapsesPerViewer, lapsesPerSource }
  const onRefused = (error: Error, requests: number) =>
    log.error({ err: error, requests }, 'the database refused a batch of the ledger; it is tried in halves')
  const ledger = createLedger({ database, onChange, policy, onRefused })
  return { store, ledger, mail: createMail(database, onChange), records: createShopRecords({ database, onChange }) }
}
