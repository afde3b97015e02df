// activity:progress: how far the viewer who asks is with the conditions of an activity.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { candidateOf } from '../../commands/candidate.ts'
import type { Command } from '../../commands/command.ts'

export const readProgress: Command<'activity:progress'> = async (ports, sender, { activityId }) => {
  const progress = await ports.ledger.progressOf({ ...(await candidateOf(ports, sender)), activityId })
  return progress === null ? refuse('ACTIVITY_NOT_FOUND') : grant({ activityId, progress })
}
