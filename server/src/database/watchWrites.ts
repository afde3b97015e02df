// Watches whether the database can be written: tells once a minute while it cannot, and tries by itself until it can.
import type { Clock } from '../kit/clock.ts'
import { isUnwritable } from '../domain/failures.ts'
import type { Log } from '../ops/log.ts'
import type { Database } from './database.ts'
import { probeWrite } from './probeWrite.ts'

const TELL_EVERY_MS = 60_000
const TRY_EVERY_MS = 5_000
/** Everybody may ask whether a server is ready: more often than this nothing is written for it. */
const PROBE_EVERY_MS = 1_000

export interface WatchParts {
  readonly database: Database
  /** Writes to the disk of the data folder; throws where there is no room. */
  readonly probeDisk: () => Promise<void>
  readonly clock: Clock
  readonly log: Pick<Log, 'error' | 'info'>
  readonly onChange: (isWritable: boolean) => void
}

/** `disk`: there is no room, `database`: it does not answer. */
export type NotWritten = 'disk' | 'database' | null

export interface DatabaseWatch {
  /** The same database; its failures are noticed. */
  readonly database: Database
  /** Finds out by writing. */
  whyNotWritten(): Promise<NotWritten>
}

interface Full {
  readonly since: number
  refused: number
}

type TellerParts = Pick<WatchParts, 'clock' | 'log'>

/** A disk that fills and empties all the time is told once a minute, too. */
function createTeller({ clock, log }: TellerParts) {
  let toldAt = -Infinity
  let isTold = false
  return {
    full: (error: unknown, { refused, since }: Full) => {
      if (Math.abs(clock() - toldAt) < TELL_EVERY_MS) return
      toldAt = clock()
      isTold = true
      const why = error instanceof Error ? error.message : String(error)
      log.error({ why, refused, since }, 'nothing can be written: what comes in is refused until the disk has room')
    },
    over: ({ refused, since }: Full) => {
      if (!isTold) return
      isTold = false
      const seconds = Math.round((clock() - since) / 1000)
      log.info({ refused, seconds }, 'the database can be written again')
    },
  }
}

function createState({ clock, log, onChange }: Omit<WatchParts, 'database' | 'probeDisk'>, probe: () => void) {
  const teller = createTeller({ clock, log })
  let full: Full | null = null
  let timer: NodeJS.Timeout | undefined
  const stop = () => clearInterval(timer)
  return {
    notice: (error: unknown) => {
      if (!isUnwritable(error)) return
      if (full === null) {
        full = { since: clock(), refused: 0 }
        timer = setInterval(probe, TRY_EVERY_MS).unref()
        onChange(false)
      }
      full.refused++
      teller.full(error, full)
    },
    recover: () => {
      if (full === null) return
      stop()
      teller.over(full)
      full = null
      onChange(true)
    },
    stop,
  }
}

export function watchWrites({ database, probeDisk, ...parts }: WatchParts): DatabaseWatch {
  const { clock } = parts
  let asked: { readonly at: number; readonly answer: Promise<NotWritten> } | null = null
  const onChange = (is: boolean) => {
    asked = null
    parts.onChange(is)
  }
  const state = createState({ ...parts, onChange }, () => void probe())

  /** Only this tells that there is room: much of what may write has nothing to write. */
  async function probe(): Promise<NotWritten> {
    try {
      await probeDisk()
      await database.run(probeWrite, null)
      state.recover()
      return null
    } catch (error) {
      state.notice(error)
      return isUnwritable(error) ? 'disk' : 'database'
    }
  }

  return {
    database: {
      async run(job, input) {
        try {
          return await database.run(job, input)
        } catch (error) {
          state.notice(error)
          throw error
        }
      },
      close() {
        state.stop()
        return database.close()
      },
    },
    whyNotWritten() {
      if (asked === null || Math.abs(clock() - asked.at) >= PROBE_EVERY_MS) asked = { at: clock(), answer: probe() }
      return asked.answer
    },
  }
}
