// PostgreSQL for the contracts of store and ledger: one server for the tests of a file, a new database for each test.
import { afterAll, beforeAll } from 'vitest'
import { openDatabase } from '../ledger/openDatabase.ts'
import type { DatabasePlace } from '../ledger/testShop.ts'
import { type PostgresServer, startPostgresServer } from './postgresServer.ts'

export type PostgresPlace = DatabasePlace & { readonly url: string }

/** To be called at the top of a test file. */
export function withPostgres(): () => PostgresServer {
  let server: PostgresServer | null = null
  beforeAll(async () => {
    server = await startPostgresServer()
  })
  afterAll(async () => {
    await server?.stop()
  })
  return () => {
    if (!server) throw new Error('PostgreSQL is not started yet')
    return server
  }
}

export async function postgresPlace(server: PostgresServer): Promise<PostgresPlace> {
  const { url, drop } = await server.createDatabase()
  return { url, drop, open: (clock) => openDatabase({ url, file: '', clock }) }
}

/** To be called at the top of a test file: what makes a place for each of its tests. */
export function postgresPlaces(): () => Promise<PostgresPlace> {
  const server = withPostgres()
  return () => postgresPlace(server())
}
