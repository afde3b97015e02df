// The rules of a poll: which votes are taken, what they count for, and what comes of them.
import { PollConfig, PollResult, PollVote } from '@lantern/shared/features/poll/contract.ts'
import { leadersOf, votesOf } from '@lantern/shared/features/poll/counts.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { activityKind, type Closing, type Entering, type KindRules } from '../../activities/kind.ts'

const RULES: KindRules<PollConfig, PollVote, PollResult> = {
  kind: 'poll',
  config: PollConfig,
  entry: PollVote,
  result: PollResult,
  places: () => null,
  decideEntry: decideVote,
  keysOf: ({ choices }) => choices.map(String),
  settle: settlePoll,
  pins: ({ pinned }) => pinned,
}

export const POLL = activityKind(RULES)

/** A vote is changed by another one, until the poll closes. */
export function decideVote({ config, entry }: Pick<Entering<PollConfig, PollVote>, 'config' | 'entry'>) {
  const choices = entry.choices.toSorted((a, b) => a - b)
  const isKnown = choices.every((place) => place < config.answers.length)
  return isKnown && (config.several || choices.length === 1) ? grant({ choices }) : refuse('BAD_INPUT')
}

/** Where several are even nothing is pinned: the shop decides. */
export function settlePoll({ config, tallies }: Pick<Closing<PollConfig>, 'config' | 'tallies'>): PollResult {
  const winners = leadersOf(votesOf(config.answers, tallies))
  const [winner, ...others] = winners.flatMap((place) => config.answers[place] ?? [])
  const isPinned = config.pinsWinner && winner !== undefined && others.length === 0 && 'productId' in winner
  return { winners, pinned: isPinned ? winner.productId : null }
}
