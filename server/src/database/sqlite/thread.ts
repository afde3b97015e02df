// The database thread: has this process's only connection to the SQLite file and runs one job after the other; then the next file.
import { parentPort, workerData } from 'node:worker_threads'
import { clockOf, systemClock } from '../../kit/clock.ts'
import { DatabaseError } from '../database.ts'
import type { Job, JobContext } from '../database.ts'
import { newTimedId } from '../../kit/timedId.ts'
import { migrate } from '../migrate/migrate.ts'
import { kindOf, openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { fromJson, toJson } from './messages.ts'
import type { Failure, FileOptions, FromThread, ThreadOptions, ToThread } from './messages.ts'

type AnyJob = Job<never, unknown>

const { jobsModule }: ThreadOptions = workerData
const jobs = loadJobs()
let current: Opened | null = null

/** The file it has at the moment. */
interface Opened {
  readonly connection: Connection
  readonly context: JobContext
}

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}

function describe(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error), stack: '' }
  const code = error instanceof DatabaseError ? error.code : kindOf(error)
  return { code, message: error.message, stack: error.stack ?? '' }
}

async function loadJobs(): Promise<ReadonlyMap<string, AnyJob>> {
  const module: { JOBS: readonly AnyJob[] } = await import(jobsModule)
  return new Map(module.JOBS.map((job) => [job.name, job]))
}

async function open({ clockMemory, ...options }: FileOptions): Promise<void> {
  const clock = clockMemory ? clockOf(clockMemory) : systemClock
  const connection = openConnection(options)
  const context: JobContext = { now: async () => clock(), newId: newTimedId, words: connection.words }
  try {
    if (!options.readOnly) await connection.transact('write', () => migrate(connection.db, context))
  } catch (error) {
    connection.close()
    throw error
  }
  current = { connection, context }
}

async function run({ job: name, input }: Extract<ToThread, { type: 'run' }>): Promise<unknown> {
  if (current === null) throw new DatabaseError('DATABASE_CLOSED', 'no file is open')
  const { connection, context } = current
  const job = (await jobs).get(name)
  if (!job) throw new DatabaseError('UNKNOWN_JOB', `no job is named ${name}`)
  return connection.transact(job.kind, () => job.work(connection.db, fromJson(input), context))
}

function close(): void {
  current?.connection.close()
  current = null
}

const ANSWERS: { readonly [Type in ToThread['type']]: (message: Extract<ToThread, { type: Type }>) => Promise<void> } =
  {
    open: async (message) => {
      await open(message).then(
        () => say({ type: 'open' }),
        (error: unknown) => say({ type: 'refused', failure: describe(error) }),
      )
    },
    run: async (message) => {
      const { id } = message
      await run(message).then(
        (output) => say({ type: 'done', id, output: toJson(output) }),
        (error: unknown) => say({ type: 'failed', id, failure: describe(error) }),
      )
    },
    close: async () => {
      close()
      say({ type: 'closed' })
    },
  }

function answer<Type extends ToThread['type']>(message: Extract<ToThread, { type: Type }>): Promise<void> {
  const act: (message: Extract<ToThread, { type: Type }>) => Promise<void> = ANSWERS[message.type as Type]
  return act(message)
}

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (message: ToThread) => {
  last = last.then(() => answer(message))
})
