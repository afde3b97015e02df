// What the process and its database thread say to each other.
export interface ThreadOptions {
  readonly file: string
  readonly readOnly: boolean
  /** The module whose `JOBS` the thread can run. */
  readonly jobsModule: string
  /** A shared clock's memory; null: the machine's clock. */
  readonly clockMemory: SharedArrayBuffer | null
}

export type ToThread =
  /** `input` is whatever the named job takes. */
  | { readonly type: 'run'; readonly id: number; readonly job: string; readonly input: never }
  | { readonly type: 'close' }

export interface Failure {
  readonly code: string
  readonly message: string
  readonly stack: string
}

export type FromThread<Output> =
  | { readonly type: 'open' }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'done'; readonly id: number; readonly output: Output }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
