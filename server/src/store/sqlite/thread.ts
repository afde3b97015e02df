// The database thread: has this process's only connection to the SQLite file and runs one job after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { clockOf, systemClock } from '../../clock.ts'
import { DatabaseError } from '../database.ts'
import type { Job, JobContext } from '../database.ts'
import { newTimedId } from '../../timedId.ts'
import { migrate } from '../migrations/migrate.ts'
import { isBusy, openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { fromJson, toJson } from './messages.ts'
import type { Failure, FromThread, ThreadOptions, ToThread } from './messages.ts'

type AnyJob = Job<never, unknown>

const options: ThreadOptions = workerData
const clock = options.clockMemory ? clockOf(options.clockMemory) : systemClock
const contextOf = ({ words }: Connection): JobContext => ({ now: async () => clock(), newId: newTimedId, words })

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}

function describe(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error), stack: '' }
  const code = error instanceof DatabaseError ? error.code : isBusy(error) ? 'DATABASE_BUSY' : 'DATABASE_FAILED'
  return { code, message: error.message, stack: error.stack ?? '' }
}

async function loadJobs(): Promise<ReadonlyMap<string, AnyJob>> {
  const module: { JOBS: readonly AnyJob[] } = await import(options.jobsModule)
  return new Map(module.JOBS.map((job) => [job.name, job]))
}

async function open(): Promise<Connection> {
  const connection = openConnection(options)
  if (!options.readOnly) await connection.transact('write', () => migrate(connection.db, contextOf(connection)))
  return connection
}

async function answer(
  connection: Connection,
  jobs: ReadonlyMap<string, AnyJob>,
  message: ToThread & { type: 'run' },
): Promise<void> {
  try {
    const job = jobs.get(message.job)
    if (!job) throw new DatabaseError('UNKNOWN_JOB', `no job is named ${message.job}`)
    const output = await connection.transact(job.kind, () =>
      job.work(connection.db, fromJson(message.input), contextOf(connection)),
    )
    say({ type: 'done', id: message.id, output: toJson(output) })
  } catch (error) {
    say({ type: 'failed', id: message.id, failure: describe(error) })
  }
}

async function main(): Promise<void> {
  const jobs = await loadJobs()
  const connection = await open()
  let last = Promise.resolve()
  parentPort?.on('message', (message: ToThread) => {
    last = last.then(async () => {
      if (message.type === 'run') return answer(connection, jobs, message)
      connection.close()
      parentPort?.close()
    })
  })
  say({ type: 'open' })
}

main().catch((error: unknown) => {
  say({ type: 'refused', failure: describe(error) })
  parentPort?.close()
})
