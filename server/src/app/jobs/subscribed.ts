// Every subscription to the log, and the jobs that move them on.
import type { Subscription } from '../../events/subscription.ts'
import { createSubscriptionJobs } from '../../events/subscriptions.ts'
import { FEATURES } from '../../features/feature.ts'
import { WEBHOOKS } from '../../webhooks/records/relay.ts'

export const SUBSCRIBED: readonly Subscription[] = [
  WEBHOOKS,
  ...FEATURES.flatMap(([, { subscriptions }]) => subscriptions ?? []),
]
export const SUBSCRIPTIONS = createSubscriptionJobs(SUBSCRIBED)

/** Webhooks move theirs on themselves. */
export const FOLLOWED = SUBSCRIBED.map(({ name }) => name).filter((name) => name !== WEBHOOKS.name)
