// PostgreSQL for the contracts of store and ledger: one server for the tests of a file, a new database for each test.
import { afterAll, beforeAll } from 'vitest'
import { openDatabase } from '../ledger/openDatabase.ts'
import type { DatabasePlace } from '../ledger/testShop.ts'
import { createSharedClock } from '../kit/clock.ts'
import {
  type PostgresServer,
  type PostgresServerOptions,
  startPostgresServer,
  type TestDatabase,
} from './postgresServer.ts'

export type PostgresPlace = DatabasePlace & { readonly url: string }

/** To be called at the top of a test file. */
export function withPostgres(options: PostgresServerOptions = { durable: false }): () => PostgresServer {
  let server: PostgresServer | null = null
  beforeAll(async () => {
    server = await startPostgresServer(options)
  })
  afterAll(async () => {
    await server?.stop()
  })
  return () => {
    if (!server) throw new Error('PostgreSQL is not started yet')
    return server
  }
}

function placeIn({ url, drop }: TestDatabase): PostgresPlace {
  return { url, drop, open: (clock) => openDatabase({ url, file: '', clock }) }
}

/** An empty one. */
export async function postgresPlace(server: PostgresServer): Promise<PostgresPlace> {
  return placeIn(await server.createDatabase())
}

/** Nobody is connected to it. */
async function createMigrated(server: PostgresServer): Promise<TestDatabase> {
  const database = await server.createDatabase()
  const opened = await placeIn(database).open(createSharedClock(0))
  await opened.close()
  return database
}

/** To be called at the top of a test file: what makes a place for each of its tests, its schema there already. */
export function postgresPlaces(): () => Promise<PostgresPlace> {
  const server = withPostgres()
  let migrated: Promise<TestDatabase> | null = null
  return async () => {
    migrated ??= createMigrated(server())
    return placeIn(await server().createDatabase(await migrated))
  }
}
