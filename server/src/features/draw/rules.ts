// The rules of a draw: everyone enters alike, once, and nothing comes of it but what is drawn.
import { DrawConfig, DrawEntry } from '@lantern/shared/features/draw/contract.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import * as z from 'zod'
import { activityKind, type KindRules } from '../../activities/kind.ts'

const RULES: KindRules<DrawConfig, DrawEntry, null> = {
  kind: 'draw',
  config: DrawConfig,
  entry: DrawEntry,
  result: z.null(),
  places: () => null,
  decideEntry: ({ entry }) => grant(entry),
  keysOf: () => [],
  settle: () => null,
}

export const DRAW = activityKind(RULES)
