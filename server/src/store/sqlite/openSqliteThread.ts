// A SQLite file as a Database: posts jobs to the thread that owns the connection.
import { Worker } from 'node:worker_threads'
import type { SharedClock } from '../../clock.ts'
import { DatabaseError } from '../database.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from './messages.ts'
import { withReader } from './withReader.ts'
import type { Failure, FromThread, ThreadOptions } from './messages.ts'

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

async function openThread(options: SqliteThreadOptions): Promise<Database> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: toThreadOptions(options) })
  await untilOpen(worker)
  return overThread(worker)
}

function toThreadOptions({ file, jobsModule, clock, readOnly }: SqliteThreadOptions): ThreadOptions {
  return { file, readOnly: readOnly ?? false, jobsModule: jobsModule.href, clockMemory: clock?.memory ?? null }
}

function untilOpen(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: FromThread) => {
      worker.off('error', reject)
      if (message.type === 'refused') reject(toError(message.failure))
      else resolve()
    })
    worker.once('error', reject)
  })
}

function overThread(worker: Worker): Database {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closed: Error | null = null
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

  const fail = (error: Error) => {
    closed ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => fail(new DatabaseError('DATABASE_CLOSED', 'the database thread has ended')))
  worker.on('message', (message: FromThread) => {
    if (message.type !== 'done' && message.type !== 'failed') return
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'done') asker?.resolve(fromJson(message.output))
    else asker?.reject(toError(message.failure))
  })

  return {
    run(job, input) {
      if (closed) return Promise.reject(closed)
      const id = ++lastId
      worker.postMessage({ type: 'run', id, job: job.name, input: toJson(input) })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    close() {
      if (!closed) {
        closed = new DatabaseError('DATABASE_CLOSED', 'the database was closed')
        worker.postMessage({ type: 'close' })
      }
      return gone
    },
  }
}

function toError({ code, message, stack }: Failure): DatabaseError {
  const error = new DatabaseError(code, message)
  if (stack) error.stack = stack
  return error
}
