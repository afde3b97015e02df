// What a test and its crowd processes say to each other.

export interface Opening {
  /** Members are spread over these addresses in turn. */
  readonly urls: readonly string[]
  /** Where each member's cookie comes from. */
  readonly cookieUrl: string
  readonly showId: string
  readonly count: number
}

export type ToCrowd =
  | { readonly type: 'open'; readonly opening: Opening }
  /** `stop` is answered when everything that was begun has its final answer. */
  | { readonly type: 'start' | 'stop' | 'report' | 'close' }

/** One member as it sees itself. */
export interface MemberReport {
  readonly url: string
  readonly isJoined: boolean
  /** ms since the epoch; null: never. */
  readonly lostAt: number | null
  readonly backAt: number | null
  /** Of the whole room as it is shown: equal when the states are. */
  readonly digest: string
  readonly comments: number
  readonly holds: number
  /** What must not be: an own comment or hold missing or twice. */
  readonly wrongs: readonly string[]
}

export type FromCrowd =
  | { readonly type: 'opened' | 'started' | 'stopped' | 'closed' }
  | { readonly type: 'report'; readonly members: readonly MemberReport[] }
  | { readonly type: 'failed'; readonly why: string }
