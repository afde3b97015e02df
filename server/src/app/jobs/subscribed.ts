// Every subscription to the log, and the jobs that move them on.
import type { Subscription } from '../../events/subscription.ts'
import { createSubscriptionJobs } from '../../events/subscriptions.ts'
import { WEBHOOKS } from '../../webhooks/records/relay.ts'

export const SUBSCRIBED: readonly Subscription[] = [WEBHOOKS]
export const SUBSCRIPTIONS = createSubscriptionJobs(SUBSCRIBED)
