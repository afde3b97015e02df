// What is sent to how many sockets, by which of three senders, and what must come out.
export type SenderName = 'publisher' | 'emit' | 'ws'

/** `comments40`: all of a tick of 200 comments a second; `comments4`: what sampling leaves of it; `comment`: one by itself. */
export type LoadName = 'comments40' | 'comments4' | 'comment' | 'state'

export const COMMENTS_IN: Readonly<Record<LoadName, number>> = { comments40: 40, comments4: 4, comment: 1, state: 0 }

export interface Row {
  readonly sender: SenderName
  readonly load: LoadName
}

/** The peers send a comment as it comes: what `io.to(room).emit` in the handler of a comment does. */
export const ROWS: readonly Row[] = [
  { sender: 'publisher', load: 'comments40' },
  { sender: 'publisher', load: 'comments4' },
  { sender: 'emit', load: 'comment' },
  { sender: 'ws', load: 'comment' },
  { sender: 'ws', load: 'comments40' },
  { sender: 'publisher', load: 'state' },
  { sender: 'emit', load: 'state' },
  { sender: 'ws', load: 'state' },
]

export interface Plan {
  readonly rounds: number
  readonly sizes: readonly number[]
  /** Frames to each socket of a measurement, and before it. */
  readonly frames: number
  readonly warmUp: number
  /** Viewers, seconds and comments per second of the show whose pins are timed. */
  readonly show: { readonly viewers: number; readonly seconds: number; readonly commentsPerSecond: number }
}

export const FULL: Plan = {
  rounds: 3,
  sizes: [2000, 9000],
  frames: 60,
  warmUp: 10,
  show: { viewers: 2000, seconds: 20, commentsPerSecond: 200 },
}

export const QUICK: Plan = { ...FULL, rounds: 1, sizes: [2000], frames: 40, show: { ...FULL.show, seconds: 8 } }

/** The gates are judged at this size. */
export const JUDGED_AT = 2000

export const GATES = { commentsVsNaive: 20, sampledVsNaive: 4, broadcastVsSocketio: 1.3, pinP99Ms: 200 } as const

/** Descriptors a process needs beside its sockets. */
const SPARE_FILES = 500

/** The sizes that the limit of open files allows. */
export function allowedSizes(sizes: readonly number[], openFiles: number): readonly number[] {
  return sizes.filter((size) => size + SPARE_FILES <= openFiles)
}
