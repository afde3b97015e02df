// Sends one delivery to its endpoint: signed with every secret that counts, posted through the guard, judged.
import { Webhook } from 'standardwebhooks'
import type { Clock } from '../../kit/clock.ts'
import type { ClaimedDelivery, DeliveryResult, EndpointWork } from '../records/webhookRecords.ts'
import type { GuardedPost } from '../../guard/guardedPost.ts'
import { judge, type Verdict } from './schedule.ts'

export interface SenderNeeds {
  readonly post: GuardedPost
  readonly clock: Clock
  readonly scheduleMs: readonly number[]
  /** From 0 to 1. */
  readonly chance: () => number
  readonly onAttempt: (verdict: Verdict) => void
}

export type Sender = (endpoint: EndpointWork, delivery: ClaimedDelivery) => Promise<DeliveryResult>

/** Never rejects: whatever goes wrong is the attempt's outcome. */
export function createSender({ post, clock, scheduleMs, chance, onAttempt }: SenderNeeds): Sender {
  return async (endpoint, delivery) => {
    const from = performance.now()
    const answer = await post({
      url: endpoint.url,
      headers: { 'content-type': 'application/json', ...signed(endpoint, delivery, clock()) },
      body: delivery.body,
    })
    const tries = delivery.tries + 1
    const { verdict, ...judged } = judge(answer, tries, { scheduleMs, now: clock(), chance: chance() })
    onAttempt(verdict)
    const tookMs = Math.round(performance.now() - from)
    const attempt = { tookMs, status: answer.status, problem: answer.problem }
    return { endpointId: endpoint.endpointId, id: delivery.id, tries, ...judged, attempt }
  }
}

/** The time is that of the attempt: receivers refuse old ones. */
function signed({ secrets }: EndpointWork, { id, body }: ClaimedDelivery, now: number): Record<string, string> {
  const at = new Date(now)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
