// A SQLite file as a Database: posts jobs to the thread that owns the connection.
import type { Worker } from 'node:worker_threads'
import type { SharedClock } from '../../kit/clock.ts'
import { DatabaseError } from '../database.ts'
import type { Database } from '../database.ts'
import { idleThreads } from './idleThreads.ts'
import { fromJson, toJson } from './messages.ts'
import { withReader } from './withReader.ts'
import type { Failure, FileOptions, FromThread, ToThread } from './messages.ts'

export interface SqliteThreadOptions {
  readonly file: string
  /** The module that exports `JOBS`: everything this database may be asked to run. */
  readonly jobsModule: URL
  /** Default: the machine's clock. */
  readonly clock?: SharedClock
  /** No migration, no write. */
  readonly readOnly?: boolean
}

interface Waiting {
  resolve(output: never): void
  reject(error: Error): void
}

/** Opens the file, made and migrated where needed; a file newer than this server: DatabaseError DATABASE_NEWER. */
export async function openSqliteThread(options: SqliteThreadOptions): Promise<Database> {
  const writer = await openThread(options)
  if (options.readOnly === true) return writer
  return withReader(writer, () => openThread({ ...options, readOnly: true }))
}

async function openThread({ jobsModule, ...options }: SqliteThreadOptions): Promise<Database> {
  const worker = idleThreads.take(jobsModule.href)
  const giveBack = () => idleThreads.giveBack(jobsModule.href, worker)
  const refused = await openFile(worker, toFileOptions(options))
  if (refused === null) return overThread(worker, giveBack)
  giveBack()
  throw toError(refused)
}

function toFileOptions({ file, clock, readOnly }: Omit<SqliteThreadOptions, 'jobsModule'>): FileOptions {
  return { file, readOnly: readOnly ?? false, clockMemory: clock?.memory ?? null }
}

function tell(worker: Worker, message: ToThread): void {
  worker.postMessage(message)
}

/** Null: it is open. */
function openFile(worker: Worker, options: FileOptions): Promise<Failure | null> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (message: FromThread) => {
      worker.off('error', reject)
      resolve(message.type === 'refused' ? message.failure : null)
    })
    tell(worker, { type: 'open', ...options })
  })
}

function overThread(worker: Worker, giveBack: () => void): Database {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closed: Error | null = null
  const gone = Promise.withResolvers<void>()

  const fail = (error: Error) => {
    closed ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    gone.resolve()
  }
  const broke = (error: unknown) => fail(error instanceof Error ? error : new Error(String(error)))
  const ended = () => fail(new DatabaseError('DATABASE_CLOSED', 'the database thread has ended'))
  const end = () => {
    worker.off('error', broke).off('exit', ended).off('message', hear)
    giveBack()
    gone.resolve()
  }
  const hear = (message: FromThread) => {
    if (message.type === 'closed') return end()
    if (message.type !== 'done' && message.type !== 'failed') return
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'done') asker?.resolve(fromJson(message.output))
    else asker?.reject(toError(message.failure))
  }
  worker.on('error', broke).on('exit', ended).on('message', hear)

  return {
    run(job, input) {
      if (closed) return Promise.reject(closed)
      const id = ++lastId
      tell(worker, { type: 'run', id, job: job.name, input: toJson(input) })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    close() {
      if (!closed) {
        closed = new DatabaseError('DATABASE_CLOSED', 'the database was closed')
        tell(worker, { type: 'close' })
      }
      return gone.promise
    },
  }
}

function toError({ code, message, stack }: Failure): DatabaseError {
  const error = new DatabaseError(code, message)
  if (stack) error.stack = stack
  return error
}
