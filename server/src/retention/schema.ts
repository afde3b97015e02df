// The table of what was swept: a show is looked at no more once nothing of a kind is left in it.
import type { ShowId } from '@lantern/shared/contract/ids.ts'

export const SWEPT_KINDS = ['addresses', 'names', 'comments', 'visits', 'contacts'] as const
export type SweptKind = (typeof SWEPT_KINDS)[number]

export interface RetentionSchema {
  swept: { kind: SweptKind; show_id: ShowId; at: number }
}
