// Our ledger on PostgreSQL, opened as the server opens it by DATABASE_URL.
import { openDatabase } from '@lantern/server/src/app/openDatabase.ts'
import type { Contender } from './contender.ts'
import { countTaken, createLedgerClient, fillShop } from './ledgerShop.ts'
import { POSTGRES_SETTINGS, startPostgres } from './postgresServer.ts'

const open = (url: string) => openDatabase({ url, file: '' })

export const postgres: Contender = {
  title: 'ledger, PostgreSQL',
  settings: Object.entries(POSTGRES_SETTINGS)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', '),
  async create({ folder, offers, processes }) {
    const server = await startPostgres(folder)
    const offerIds = await fillShop(await open(server.url), offers)
    return {
      target: { contender: 'postgres', at: server.url, offerIds, processes },
      serverPid: server.pid,
      countHolds: async () => countTaken(await open(server.url)),
      remarks: async () => [],
      close: server.close,
    }
  },
  connect: async ({ at, offerIds }) => createLedgerClient(await open(at), offerIds),
}
