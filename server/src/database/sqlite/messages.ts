// What the process and its database thread say to each other.
export interface ThreadOptions {
  /** The module whose `JOBS` the thread can run. */
  readonly jobsModule: string
}

export interface FileOptions {
  readonly file: string
  readonly readOnly: boolean
  /** A shared clock's memory; null: the machine's clock. */
  readonly clockMemory: SharedArrayBuffer | null
}

/** What jobs take and answer travels as json text, which costs half of what a structured clone does. */
export type ToThread =
  /** First, and after each `close`. */
  | ({ readonly type: 'open' } & FileOptions)
  /** `input`: json of whatever the named job takes. */
  | { readonly type: 'run'; readonly id: number; readonly job: string; readonly input: string }
  | { readonly type: 'close' }

export interface Failure {
  readonly code: string
  readonly message: string
  readonly stack: string
}

export type FromThread =
  | { readonly type: 'open' }
  | { readonly type: 'closed' }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'done'; readonly id: number; readonly output: string }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }

/** Nothing (`undefined`) travels as null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null)
}

export function fromJson(text: string): never {
  return JSON.parse(text) as never
}
