// One PostgreSQL for all test files of a run: started when the first of them asks for it, ended with the run.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../app/openDatabase.ts'
import { createSharedClock } from '../kit/clock.ts'
import { createDatabasePool, type DatabasePool } from './databasePool.ts'
import { type PostgresServer, startPostgresServer } from './postgresServer.ts'

export interface SharedPostgres {
  readonly port: number
}

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * Where test files ask for the server: the address answers a `SharedPostgres` as JSON; `/take` the address of a database
     * with today's schema and nothing in it, `/give` is told of one that is done with; `/keep` and `/put` as the pool has them.
     */
    readonly sharedPostgresAt: string
  }
}

interface Started {
  readonly server: PostgresServer
  readonly shared: SharedPostgres
  readonly pool: DatabasePool
}

async function start(): Promise<Started> {
  const server = await startPostgresServer({ durable: false })
  const template = await server.createDatabase()
  const migrated = await openDatabase({ url: template.url, file: '', clock: createSharedClock(0) })
  await migrated.close()
  const pool = await createDatabasePool(server, template)
  return { server, shared: { port: Number(new URL(template.url).port) }, pool }
}

function keep(pool: DatabasePool, body: string): Promise<void> {
  const { url, note } = JSON.parse(body) as { readonly url: string; readonly note: unknown }
  return pool.keep(url, note)
}

async function answer({ pool, shared }: Started, path: string, body: string): Promise<unknown> {
  if (path === '/take') return pool.take()
  if (path === '/give') return pool.give(body)
  if (path === '/put') return pool.put(body)
  if (path === '/keep') return keep(pool, body)
  return shared
}

/** As vitest's `globalSetup` has it; answers what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof start> | null = null
  const leases = createServer((request, response) => {
    started ??= start()
    Promise.all([started, text(request)])
      .then(([running, body]) => answer(running, request.url ?? '', body))
      .then(
        (said) => response.end(JSON.stringify(said ?? null)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
  })
  // A connection that rests is closed by whoever asks: closed here, it could be in the very moment of the next question.
  leases.keepAliveTimeout = 0
  await new Promise<void>((resolve) => leases.listen(0, '127.0.0.1', resolve))
  const { port } = leases.address() as AddressInfo
  project.provide('sharedPostgresAt', `http://127.0.0.1:${port}`)
  return async () => {
    leases.closeAllConnections()
    leases.close()
    await started?.then(({ server, pool }) => pool.close().then(server.stop)).catch(() => undefined)
  }
}
