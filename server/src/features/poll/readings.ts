// How polls are read: as staff see them, and as everyone does, without drafts and without counts that are still hidden.
import { isShown } from '@lantern/shared/activities/states.ts'
import { type Poll, PollConfig, PollResult } from '@lantern/shared/features/poll/contract.ts'
import { votesOf } from '@lantern/shared/features/poll/counts.ts'
import { type ReadActivity, readActivities } from '../../activities/readActivities.ts'
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import type { Reading } from '../../room/reading.ts'

const POLLS: Reading = {
  changedBy: ACTIVITY_FACTS,
  async read(db, since, words) {
    const polls = (await readActivities(db, { ...since, kind: 'poll' }, words)).map(toPoll)
    return { room: { polls: polls.filter(({ state }) => isShown(state)).map(forEveryone) }, desk: { polls } }
  },
}

export const readings = [POLLS]

function toPoll({ life, config, result, tallies }: ReadActivity): Poll {
  const asked = PollConfig.parse(config)
  return {
    ...life,
    ...asked,
    votes: votesOf(asked.answers, tallies),
    result: result === null ? null : PollResult.parse(result),
  }
}

function forEveryone(poll: Poll): Poll {
  return poll.hidden && poll.result === null ? { ...poll, votes: null } : poll
}
