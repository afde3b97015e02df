// The interface that our ledger and its peers are measured through.
import type { ContenderName } from './plan.ts'

export interface HoldRequest {
  readonly holdId: string
  readonly viewerId: string
  /** Which of the target's offers. */
  readonly offer: number
}

/** Where a client process finds the store, and what is for sale there. */
export interface Target {
  readonly contender: ContenderName
  /** A file's path or a server's URL. */
  readonly at: string
  readonly offerIds: readonly string[]
  /** Client processes that share the store: connections are split over them. */
  readonly processes: number
}

/** One process's way to the store. */
export interface Client {
  /** Resolves once the hold is granted and on disk; throws when it is refused. */
  place(request: HoldRequest): Promise<void>
  close(): Promise<void>
}

/** A store with an empty shop, made for one measurement. */
export interface Store {
  readonly target: Target
  /** Of the database server, if there is one: the CPU of its children counts as well. */
  readonly serverPid: number | null
  /** Holds on record, read from the store itself; throws when its counters do not agree with them. */
  countHolds(): Promise<number>
  /** What to know about a measurement that just ended, for the report; empty: nothing. */
  remarks(): Promise<readonly string[]>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Empty, removed by the caller. */
  readonly folder: string
  readonly offers: number
  readonly processes: number
}

export interface Contender {
  /** How tables name it. */
  readonly title: string
  /** The settings it runs with, for the report. */
  readonly settings: string
  create(options: StoreOptions): Promise<Store>
  connect(target: Target): Promise<Client>
}

export class RefusedError extends Error {
  constructor(code: string) {
    super(`a hold was refused: ${code}`)
    this.name = 'RefusedError'
  }
}
