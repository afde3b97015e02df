// The rules of chosen testers: whoever comes first has the next place, once.
import { TestersConfig, TestersEntry, TestersResult } from '@lantern/shared/features/testers/contract.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { activityKind, type KindRules } from '../../activities/kind.ts'

const RULES: KindRules<TestersConfig, TestersEntry, TestersResult> = {
  kind: 'testers',
  config: TestersConfig,
  entry: TestersEntry,
  result: TestersResult,
  places: ({ places }) => places,
  decideEntry: ({ entry }) => grant(entry),
  keysOf: () => [],
  rewardFor: ({ no }) => ({ what: { is: 'place', no }, until: null }),
  settle: ({ entries }) => ({ taken: entries }),
}

export const TESTERS = activityKind(RULES)
