// Follows a room by hand, as the server does after a change: how many statements that is, and what CPU they take.
import { join } from 'node:path'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { KyselyPlugin } from 'kysely'
import { openConnection } from '../database/sqlite/connection.ts'
import type { Job } from '../database/database.ts'
import { readRoom, readRoomSince } from '../room/roomJobs.ts'

export interface Followed {
  readonly statements: number
  /** µs of CPU, once everything is warm. */
  readonly cpuMicros: number
}

export interface Refreshes {
  /** How far the log has come. */
  cursor(showId: ShowId): Promise<number>
  /** Reads what lies past the cursor. */
  follow(showId: ShowId, cursor: number): Promise<Followed>
  close(): void
}

const TIMES = 100

/** Beside an app that runs on the same folder, with SQLite. */
export function openRefreshes(dataDir: string): Refreshes {
  const { db, words, transact, close } = openConnection({ file: join(dataDir, 'lantern.db'), readOnly: true })
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const counted = db.withPlugin(counting)
  const now = () => Promise.resolve(Date.now())
  const run = <Input, Output>(job: Job<Input, Output>, input: Input) =>
    transact('read', () => job.work(counted, input, { words, now, newId: () => '' }))

  return {
    cursor: async (showId) => (await run(readRoom, { showId }))?.cursor ?? 0,
    async follow(showId, cursor) {
      const before = statements
      await run(readRoomSince, { showId, cursor })
      const once = statements - before
      const start = process.threadCpuUsage()
      for (let n = 0; n < TIMES; n += 1) await run(readRoomSince, { showId, cursor })
      const { user, system } = process.threadCpuUsage(start)
      return { statements: once, cpuMicros: (user + system) / TIMES }
    },
    close,
  }
}
