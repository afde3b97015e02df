// The rules of a draw: everyone enters alike, once, and who wins follows from numbers that nobody can choose.
import { DrawConfig, DrawEntry } from '@lantern/shared/features/draw/contract.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { activityKind, type KindRules } from '../../activities/kind.ts'
import { Drawn } from '../../activities/seals/drawn.ts'

const RULES: KindRules<DrawConfig, DrawEntry, Drawn> = {
  kind: 'draw',
  config: DrawConfig,
  entry: DrawEntry,
  result: Drawn,
  places: () => null,
  decideEntry: ({ entry }) => grant(entry),
  keysOf: () => [],
  sealed: 'beacon',
  draws: ({ winners, claimMs }) => ({ winners, claimMs }),
  settle: () => null,
}

export const DRAW = activityKind(RULES)
