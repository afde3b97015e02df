// One endpoint's claim brought in a few lanes at once; what came of each is written down while the next is on its way.
import type { Log } from '../../ops/log.ts'
import type { ClaimedDelivery, DeliveryResult, EndpointWork, RelayBox } from '../records/webhookRecords.ts'
import type { Failpoint } from '../failpoints.ts'
import { createGroup } from '../../kit/group.ts'
import type { Sender } from './sender.ts'

export interface LaneNeeds {
  readonly box: Pick<RelayBox, 'settle'>
  readonly send: Sender
  readonly failpoint: Failpoint
  readonly log: Log
}

export interface Lanes {
  /** Brings everything it can of this claim; never rejects. */
  serve(endpoint: EndpointWork): Promise<void>
  /** Nothing more is begun. */
  stop(): void
}

/** Of one endpoint at once. */
export const LANES = 8
const SETTLED_TOGETHER = 200

export function createLanes({ box, send, failpoint, log }: LaneNeeds): Lanes {
  const settle = createGroup<DeliveryResult, true>(SETTLED_TOGETHER, async (results) => {
    await box.settle(results)
    return results.map(() => true as const)
  })
  let stopped = false

  /** What could not be written down is brought again under the same id when its lease is over. */
  async function writeDown(result: DeliveryResult): Promise<void> {
    try {
      await settle.add(result)
      failpoint('relay:settled')
    } catch (err) {
      log.error({ err, endpointId: result.endpointId, webhookId: result.id }, 'an attempt is not written down')
    }
  }

  async function lane(endpoint: EndpointWork, queue: ClaimedDelivery[]): Promise<void> {
    const written: Promise<void>[] = []
    for (let next = queue.shift(); next !== undefined && !stopped; next = queue.shift()) {
      const result = await send(endpoint, next)
      // Cut off by our own end: it is due again when its lease is over.
      if (stopped && result.attempt.status === null) break
      failpoint('relay:sent')
      written.push(writeDown(result))
      // It wants rest, or is gone: the others of this claim are due again when their lease is over.
      if (result.throttleMs > 0 || result.gone) queue.length = 0
    }
    await Promise.all(written)
  }

  return {
    async serve(endpoint) {
      const queue = [...endpoint.deliveries]
      const lanes = Array.from({ length: Math.min(LANES, queue.length) }, () => lane(endpoint, queue))
      await Promise.all(lanes)
    },
    stop: () => void (stopped = true),
  }
}
