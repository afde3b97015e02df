// One PostgreSQL for all test files of a run: started when the first of them asks for it, ended with the run.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../app/openDatabase.ts'
import { createSharedClock } from '../kit/clock.ts'
import { type PostgresServer, startPostgresServer } from './postgresServer.ts'

export interface SharedPostgres {
  readonly port: number
  /** Of a database with today's schema and nothing in it, to be copied: nobody is connected to it. */
  readonly migratedUrl: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test files ask for the server: the address answers a `SharedPostgres` as JSON. */
    readonly sharedPostgresAt: string
  }
}

async function start(): Promise<{ server: PostgresServer; shared: SharedPostgres }> {
  const server = await startPostgresServer({ durable: false })
  const { url } = await server.createDatabase()
  const migrated = await openDatabase({ url, file: '', clock: createSharedClock(0) })
  await migrated.close()
  return { server, shared: { port: Number(new URL(url).port), migratedUrl: url } }
}

/** As vitest's `globalSetup` has it; answers what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof start> | null = null
  const leases = createServer((_request, response) => {
    started ??= start()
    started.then(
      ({ shared }) => response.end(JSON.stringify(shared)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => leases.listen(0, '127.0.0.1', resolve))
  const { port } = leases.address() as AddressInfo
  project.provide('sharedPostgresAt', `http://127.0.0.1:${port}`)
  return async () => {
    leases.closeAllConnections()
    leases.close()
    await started?.then(({ server }) => server.stop()).catch(() => undefined)
  }
}
