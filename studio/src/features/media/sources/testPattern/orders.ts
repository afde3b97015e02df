// What page and painting worker say to each other, and the sizes of the picture.
import type { PatternShape } from '../source.ts'

export interface Pattern {
  readonly shape: PatternShape
  readonly framesPerSecond: number
}

export type PainterOrder =
  | { readonly kind: 'write'; readonly pattern: Pattern; readonly writable: WritableStream<VideoFrame> }
  | { readonly kind: 'generate'; readonly pattern: Pattern }
  | { readonly kind: 'tick'; readonly pattern: Pattern }
  | { readonly kind: 'rest'; readonly resting: boolean }

export type PainterAnswer =
  { readonly kind: 'track'; readonly track: MediaStreamTrack } | { readonly kind: 'cannot' } | { readonly kind: 'tick' }

export const SIZES: Record<PatternShape, { readonly width: number; readonly height: number }> = {
  portrait: { width: 720, height: 1280 },
  landscape: { width: 1280, height: 720 },
}

export const FRAMES_PER_SECOND = 30
/** For whoever asks for less motion: the drawn host moves in steps. */
export const CALM_FRAMES_PER_SECOND = 10
