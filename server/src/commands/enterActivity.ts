// What every command of a viewer who takes part in an activity asks the ledger, with what this process alone knows of them.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import { candidateOf } from './candidate.ts'
import type { Ports, RoomContext, Viewer } from './command.ts'

interface Taking {
  readonly activityId: ActivityId
  /** The name of the feature. */
  readonly kind: string
  /** In the words of the kind. */
  readonly entry: unknown
  readonly requestId: string
}

export async function enterActivity(
  ports: Pick<Ports, 'ledger' | 'links' | 'watching'>,
  sender: RoomContext<Viewer>,
  taking: Taking,
): ReturnType<Ports['ledger']['enter']> {
  const { name: viewerName, source, issuedAt } = sender.person
  return ports.ledger.enter({ ...(await candidateOf(ports, sender)), viewerName, source, issuedAt, ...taking })
}
