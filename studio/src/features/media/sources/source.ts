// What the host may send, and what opening it may come to.
import * as z from 'zod'

export const PatternShape = z.enum(['portrait', 'landscape'])
export type PatternShape = z.infer<typeof PatternShape>

export const SourceChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pattern'), shape: PatternShape }),
  z.object({ kind: z.literal('camera'), cameraId: z.string().nullable(), microphoneId: z.string().nullable() }),
])
export type SourceChoice = z.infer<typeof SourceChoice>

/** `needs_https`: browsers give cameras to safe addresses alone. */
export type SourceProblem = 'not_allowed' | 'not_found' | 'in_use' | 'needs_https' | 'unsupported' | 'failed'

export interface Source {
  readonly stream: MediaStream
  /** While the camera is off there is nothing to draw. */
  setResting?(resting: boolean): void
  close(): void
}

export type OpenedSource =
  { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: SourceProblem }
