// The relay: reads the event log on, and keeps every endpoint's own queue moving, whatever the others do.
import type { EndpointWork, RelayBox } from '../records/webhookRecords.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import { createLanes, LANES, type LaneNeeds } from './lanes.ts'

export interface RelayNeeds extends LaneNeeds {
  readonly box: Pick<RelayBox, 'collect' | 'claim' | 'settle'>
  /** Ends the attempts under way. */
  readonly abort: () => void
  /** The longest that one attempt takes. */
  readonly timeoutMs: number
  readonly everyMs: number
}

const EVENTS_TOGETHER = 500
/** Claimed for one endpoint at once: what a dead process had, others wait for. */
const CLAIMED = 32
const SPARE_MS = 1000

export function createRelay({ abort, timeoutMs, everyMs, ...needs }: RelayNeeds): Loop {
  const { box, failpoint, log } = needs
  const leaseMs = timeoutMs * Math.ceil(CLAIMED / LANES) + SPARE_MS
  const busy = new Map<string, Promise<void>>()
  const lanes = createLanes(needs)
  let closed = false

  function start(endpoint: EndpointWork): void {
    const served = lanes
      .serve(endpoint)
      .catch((err: unknown) =>
        log.error({ err, endpointId: endpoint.endpointId }, 'webhooks of an endpoint not brought'),
      )
      .then(() => void busy.delete(endpoint.endpointId))
      .then(() => loop.nudge())
    busy.set(endpoint.endpointId, served)
  }

  async function turn(): Promise<boolean> {
    failpoint('relay:reading')
    const read = await box.collect(EVENTS_TOGETHER)
    if (read > 0) failpoint('relay:collected')
    const work = await box.claim({ busy: [...busy.keys()], perEndpoint: CLAIMED, leaseMs })
    if (work.length > 0) failpoint('relay:claimed')
    if (!closed) work.forEach(start)
    return read === EVENTS_TOGETHER
  }

  const loop = createLoop({ everyMs, turn, onError: (err) => log.error({ err }, 'relay stands still; trying again') })
  return {
    nudge: loop.nudge,
    async close() {
      closed = true
      lanes.stop()
      await loop.close()
      abort()
      await Promise.all(busy.values())
    },
  }
}
