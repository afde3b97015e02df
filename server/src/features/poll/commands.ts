// poll:make and poll:vote: both are decided by the ledger, as what is made and what is entered there.
import type { PollConfig } from '@lantern/shared/features/poll/contract.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { enterActivity } from '../../commands/enterActivity.ts'

export const makePoll: Command<'poll:make'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const { activityId, opensAt, lengthMs, start, conditions, toFront, ...config } = input
  const room = await rooms.findRoom(showId)
  const known = new Set(room?.products.map(({ id }) => id))
  if (productsIn(config).some((id) => !known.has(id))) return refuse('PRODUCT_NOT_FOUND')
  const asked = {
    showId,
    kind: 'poll',
    activityId,
    opensAt,
    lengthMs,
    start,
    conditions,
    toFront,
    config,
    by: person.staffId,
  }
  const made = await ledger.makeActivity(asked)
  if (made.ok) rooms.announce(showId)
  return made
}

function productsIn({ answers }: PollConfig) {
  return answers.flatMap((answer) => ('productId' in answer ? [answer.productId] : []))
}

/** No announcement: the counts go out with the next tick, however many vote in it. */
export const votePoll: Command<'poll:vote'> = (ports, sender, { activityId, requestId, choices }) =>
  enterActivity(ports, sender, { activityId, kind: 'poll', entry: { choices }, requestId })
