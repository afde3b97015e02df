// The rules of a topic: one answer for each viewer, in their own words, changed until it closes.
import { TopicConfig, TopicEntry, TopicResult } from '@lantern/shared/features/topic/contract.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { activityKind, type KindRules } from '../../activities/kind.ts'

const RULES: KindRules<TopicConfig, TopicEntry, TopicResult> = {
  kind: 'topic',
  config: TopicConfig,
  entry: TopicEntry,
  result: TopicResult,
  freeText: true,
  places: () => null,
  decideEntry: ({ entry }) => grant(entry),
  keysOf: () => [],
  settle: ({ entries }) => ({ answers: entries }),
}

export const TOPIC = activityKind(RULES)
