// Threads that have loaded their code and wait for a file: starting one costs half a second, which a tool or a test pays once.
import { Worker } from 'node:worker_threads'
import { DATABASE_THREAD } from '../../kit/startingPoints.ts'

export interface IdleThreads {
  /** A waiting one, or a new one. */
  take(jobsModule: string): Worker
  /** Only one that has closed its file. It keeps no process alive. */
  giveBack(jobsModule: string, worker: Worker): void
}

/** Two servers in one process have two each: one that writes, one that reads. */
const MOST_IDLE = 4

function createIdleThreads(): IdleThreads {
  const waiting = new Map<string, Worker[]>()
  const of = (jobsModule: string) => waiting.get(jobsModule) ?? []

  const start = (jobsModule: string) => {
    const worker = new Worker(DATABASE_THREAD, { workerData: { jobsModule } })
    // Whoever has a file open in it hears of it, too; that of an idle one is nobody's loss.
    worker.on('error', () => {})
    worker.once('exit', () =>
      waiting.set(
        jobsModule,
        of(jobsModule).filter((one) => one !== worker),
      ),
    )
    return worker
  }
  return {
    take: (jobsModule) => {
      const known = of(jobsModule).pop()
      known?.ref()
      return known ?? start(jobsModule)
    },
    giveBack: (jobsModule, worker) => {
      const all = of(jobsModule)
      if (all.length >= MOST_IDLE) return void worker.terminate()
      worker.unref()
      waiting.set(jobsModule, [...all, worker])
    },
  }
}

/** Of this process. */
export const idleThreads = createIdleThreads()
