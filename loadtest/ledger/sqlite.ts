// Our ledger on a SQLite file, opened as the server opens it.
import { join } from 'node:path'
import { openDatabase } from '@lantern/server/src/app/openDatabase.ts'
import type { Contender } from './contender.ts'
import { countTaken, createLedgerClient, fillShop } from './ledgerShop.ts'

const open = (file: string) => openDatabase({ url: null, file })

export const sqlite: Contender = {
  title: 'ledger, SQLite',
  settings: "WAL, synchronous = FULL, in a thread of its own: the server's own",
  async create({ folder, offers, processes }) {
    const file = join(folder, 'lantern.db')
    const offerIds = await fillShop(await open(file), offers)
    return {
      target: { contender: 'sqlite', at: file, offerIds, processes },
      serverPid: null,
      countHolds: async () => countTaken(await open(file)),
      remarks: async () => [],
      close: async () => {},
    }
  },
  connect: async ({ at, offerIds }) => createLedgerClient(await open(at), offerIds),
}
