// PostgreSQL for the contracts of store and ledger: one server for the tests of a run, a new database for each test.
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase } from '../app/openDatabase.ts'
import type { DatabasePlace, ShopOffers } from '../ledger/proofs/testShop.ts'
import {
  createDatabase,
  type Databases,
  type PostgresServer,
  type PostgresServerOptions,
  startPostgresServer,
  type TestDatabase,
} from './postgresServer.ts'
import type { SharedPostgres } from './sharedPostgres.ts'

export type PostgresPlace = DatabasePlace & { readonly url: string }

async function ask(path: string, body: string | null = null): Promise<unknown> {
  const answer = await fetch(new URL(path, inject('sharedPostgresAt')), { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** To be called at the top of a test file: the server that all files share. */
export function withPostgres(): () => Databases {
  let shared: SharedPostgres | null = null
  beforeAll(async () => {
    shared = (await ask('/')) as SharedPostgres
  })
  return () => {
    if (!shared) throw new Error('PostgreSQL is not started yet')
    const { port } = shared
    return { createDatabase: (like) => createDatabase(port, like) }
  }
}

/** The same for a file that kills its server, or changes what is everybody's in it. */
export function withOwnPostgres(options: PostgresServerOptions = { durable: false }): () => PostgresServer {
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

/** An empty one, or a copy of one that nobody is connected to. */
export async function postgresPlace(server: Databases, like?: Pick<PostgresPlace, 'url'>): Promise<PostgresPlace> {
  return placeIn(await server.createDatabase(like))
}

function withFilled(place: PostgresPlace): PostgresPlace {
  let isNew = true
  return {
    ...place,
    filled: {
      put: async () => (isNew ? ((await ask('/put', place.url)) as ShopOffers | null) : null),
      keep: async (note) => void (await ask('/keep', JSON.stringify({ url: place.url, note }))),
    },
    open(clock) {
      isNew = false
      return place.open(clock)
    },
  }
}

/** To be called at the top of a test file: what makes a place for each of its tests, its schema there already. */
export function postgresPlaces(): () => Promise<PostgresPlace> {
  return async () => {
    const url = String(await ask('/take'))
    return withFilled(placeIn({ url, drop: async () => void (await ask('/give', url)) }))
  }
}
