// What the bench and its client processes say to each other.
import type { Target } from './contender.ts'
import type { Pace } from './driver.ts'
import type { Part } from './stats.ts'

export interface Order {
  readonly target: Target
  /** Holds this process keeps placed at any time. */
  readonly clients: number
  readonly warmUp: number
  /** How many holds to place as fast as they are answered, or a pace to keep. */
  readonly work: { readonly holds: number } | { readonly pace: Pace }
}

export interface DonePart extends Part {
  /** null: nobody watched it. */
  readonly loopDelayP99Ms: number | null
}

export type ToPlacer = { readonly type: 'prepare'; readonly order: Order } | { readonly type: 'go' | 'end' }

export type FromPlacer =
  | { readonly type: 'ready' | 'ended' }
  | { readonly type: 'done'; readonly part: DonePart }
  | { readonly type: 'failed'; readonly why: string }
