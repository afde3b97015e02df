// The webhook records over any Database: each method is one job.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Stuck } from '../../events/subscription.ts'
import type { Database } from '../../database/database.ts'
import * as deliveries from './deliveries.ts'
import * as endpoints from './endpoints.ts'
import * as handoffs from './handoffs.ts'
import * as inbox from './inbox.ts'
import { readJournal } from './journal.ts'
import { WEBHOOKS } from './relay.ts'
import { createSubscriptionJobs } from '../../events/subscriptions.ts'
import { claimRefunds, settleRefunds } from './refunds.ts'
import * as refused from './refused.ts'
import type { Handoffs, Inbox, WebhookRecords, Refunds, RelayBox } from './webhookRecords.ts'
import type { RefusedRecords } from './refusedRecords.ts'

type OnChange = (showIds: ReadonlySet<ShowId>) => void
type OnStuck = (stuck: readonly Stuck[]) => void

export interface RecordsHear {
  /** Called after each commit that changed these shows. */
  readonly onChange: OnChange
  /** Called with facts that nobody can be told of, each time they were tried in vain. */
  readonly onStuck: OnStuck
}

/** The database knows this job by its name, with all subscriptions; here it is asked for one of them. */
const { take: takeFacts } = createSubscriptionJobs([WEBHOOKS])

const NOBODY: RecordsHear = { onChange: () => undefined, onStuck: () => undefined }

export function createWebhookRecords(database: Database, { onChange, onStuck }: RecordsHear = NOBODY): WebhookRecords {
  return {
    inbox: inboxOf(database),
    handoffs: handoffsOf(database),
    relay: relayOf(database, onStuck),
    refunds: refundsOf(database, onChange),
    refused: refusedOf(database),
  }
}

function refusedOf(database: Database): RefusedRecords {
  return {
    keep: async (refusals) => void (await database.run(refused.keepRefused, { refusals })),
    list: () => database.run(refused.listRefused, null),
    prune: async (before) => void (await database.run(refused.pruneRefused, { before })),
  }
}

function refundsOf(database: Database, onChange: OnChange): Refunds {
  return {
    claim: (most) => database.run(claimRefunds, most),
    async settle(results) {
      const { showIds } = await database.run(settleRefunds, { results })
      if (showIds.length > 0) onChange(new Set(showIds))
    },
  }
}

function inboxOf(database: Database): Inbox {
  return {
    keep: (arrivals) => database.run(inbox.keepArrivals, { arrivals, isAsked: false }),
    keepAsked: (arrivals) => database.run(inbox.keepArrivals, { arrivals, isAsked: true }),
    claim: (most) => database.run(inbox.claimArrivals, most),
    settle: async (results) => void (await database.run(inbox.settleArrivals, { results })),
    matters: () => database.run(inbox.listMatters, null),
    answerMatter: (id, choice) => database.run(inbox.answerMatter, { id, choice }),
    prune: (before, limit) => database.run(inbox.pruneArrivals, { before, limit }),
    backlog: () => database.run(inbox.inboxBacklog, null),
    lastAt: () => database.run(inbox.lastArrivalAt, null),
    journal: () => database.run(readJournal, null),
    heardAt: (asked) => database.run(inbox.heardAt, asked),
  }
}

function handoffsOf(database: Database): Handoffs {
  return {
    async open({ holdId, showId, firstInMs }) {
      await database.run(handoffs.openHandoff, { hold_id: holdId, show_id: showId, firstInMs })
    },
    reopen: (orderId) => database.run(handoffs.reopenHandoff, { orderId }),
    claim: (most) => database.run(handoffs.claimHandoffs, most),
    settle: async (results) => void (await database.run(handoffs.settleHandoffs, { results })),
  }
}

function relayOf(database: Database, onStuck: OnStuck): RelayBox {
  return {
    async collect(limit) {
      const { facts, stuck } = await database.run(takeFacts, { name: WEBHOOKS.name, limit })
      if (stuck.length > 0) onStuck(stuck)
      return facts
    },
    claim: (most) => database.run(deliveries.claimDeliveries, most),
    settle: async (results) => void (await database.run(deliveries.settleDeliveries, { results })),
    prune: (before, limit) => database.run(deliveries.pruneDeliveries, { before, limit }),
    backlog: () => database.run(deliveries.relayBacklog, null),
    saveEndpoint: async (endpoint, overlapMs) =>
      void (await database.run(endpoints.saveEndpoint, { endpoint, overlapMs })),
    switchEndpoint: (id, enabled, reason) => database.run(endpoints.switchEndpoint, { id, enabled, reason }),
    removeEndpoint: (id) => database.run(endpoints.removeEndpoint, { id }),
    findEndpoint: (id) => database.run(endpoints.findEndpoint, { id }),
    listEndpoints: () => database.run(endpoints.listEndpoints, null),
    listDeliveries: (endpointId) => database.run(endpoints.listDeliveries, { endpointId }),
    replay: (endpointId, id) => database.run(endpoints.replayDelivery, { endpointId, id }),
  }
}
