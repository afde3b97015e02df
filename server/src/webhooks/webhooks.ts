// The port to webhooks: the shop's are taken, the studio's own are sent, staff see both.
import type { ShopMessages } from '@lantern/shared/contract/connections.ts'
import type { Delivery } from '../shops/checkout.ts'
import type { WebhookRecords } from './records/webhookRecords.ts'
import type { TakeOutcome } from './inbox/take.ts'
import type { Refusals } from './refused/refusals.ts'
import type { WebhookAdmin } from './relay/webhookAdmin.ts'

export interface Webhooks {
  /** See createTake. */
  take(delivery: Delivery): Promise<TakeOutcome>
  readonly admin: WebhookAdmin
  /** A delivery was refused: staff are shown it, folded with its like. */
  noteRefused: Refusals['take']
  /** Those of all processes, of the last time first. */
  readRefused: WebhookRecords['refused']['list']
  /** The latest of all processes, however they came out. */
  readMessages(): Promise<ShopMessages>
  /** Something was written into the event log. */
  nudge(): void
  /** What was begun is ended; the rest is taken up by whoever comes next. Idempotent. */
  close(): Promise<void>
}
