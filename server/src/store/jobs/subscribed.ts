// Every subscription to the log, by name, and the jobs that move them on.
import { createSubscriptionJobs } from '../../events/subscriptions.ts'
import { WEBHOOKS } from './relay.ts'

export const SUBSCRIPTIONS = createSubscriptionJobs([WEBHOOKS])
