// What the bench says to the processes that send and to the one that receives.
import type { Row } from './plan.ts'

export interface Opening {
  readonly port: number
  readonly sockets: number
  /** Path and query of the upgrade. */
  readonly path: string
  /** What each socket says, one after each of the first frames it hears. */
  readonly hello: readonly string[]
  /** A header for each socket in turn. */
  readonly cookies: readonly string[]
  /** It is open when it has heard so many frames. */
  readonly readyAfter: number
}

export type ToSink =
  | { readonly type: 'open'; readonly opening: Opening }
  /** Waits until every socket has heard so many frames since the last `count`. */
  | { readonly type: 'count'; readonly frames: number }
  | { readonly type: 'pins' | 'close' }

export interface PinArrival {
  readonly version: number
  /** ms since the epoch, one for each socket that heard it. */
  readonly at: readonly number[]
}

export type FromSink =
  | { readonly type: 'opened' | 'closed' }
  | { readonly type: 'counted'; readonly bytesPerFrame: number }
  | { readonly type: 'pins'; readonly arrivals: readonly PinArrival[]; readonly lastFrames: readonly number[] }

/** A whole server with a show, as a shop runs it. */
export interface ShowPlace {
  readonly port: number
  readonly url: string
  readonly showId: string
  readonly staffCookie: string
  readonly cookies: readonly string[]
}

export type ToShow =
  { readonly type: 'start'; readonly viewers: number } | { readonly type: 'cpu' | 'memory' | 'close' }

export type FromShow =
  | { readonly type: 'started'; readonly place: ShowPlace }
  | { readonly type: 'cpu'; readonly cpuMicros: number }
  /** What is in use after a collection, in and outside of the heap. */
  | { readonly type: 'memory'; readonly bytes: number }
  | { readonly type: 'closed' }

export type ToSender =
  | { readonly type: 'start'; readonly sender: Row['sender'] }
  | { readonly type: 'send'; readonly load: Row['load']; readonly frames: number }
  /** CPU since the process began, in µs. */
  | { readonly type: 'cpu' | 'close' }

export type FromSender =
  | { readonly type: 'started'; readonly port: number }
  | { readonly type: 'sent'; readonly cpuMicros: number }
  | { readonly type: 'cpu'; readonly cpuMicros: number }
  | { readonly type: 'closed' }
