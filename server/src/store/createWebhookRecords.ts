// The webhook records over any Database: each method is one job.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Database } from './database.ts'
import * as deliveries from './jobs/deliveries.ts'
import * as endpoints from './jobs/endpoints.ts'
import * as handoffs from './jobs/handoffs.ts'
import * as inbox from './jobs/inbox.ts'
import { collectEvents } from './jobs/relay.ts'
import { claimRefunds, settleRefunds } from './jobs/refunds.ts'
import * as refused from './jobs/refused.ts'
import type { Handoffs, Inbox, WebhookRecords, Refunds, RelayBox } from './webhookRecords.ts'
import type { RefusedRecords } from './refusedRecords.ts'

type OnChange = (showIds: ReadonlySet<ShowId>) => void

/** `onChange`: called after each commit that changed these shows. */
export function createWebhookRecords(database: Database, onChange: OnChange = () => undefined): WebhookRecords {
  return {
    inbox: inboxOf(database),
    handoffs: handoffsOf(database),
    relay: relayOf(database),
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
    keep: (arrivals) => database.run(inbox.keepArrivals, { arrivals }),
    claim: (most) => database.run(inbox.claimArrivals, most),
    settle: async (results) => void (await database.run(inbox.settleArrivals, { results })),
    matters: () => database.run(inbox.listMatters, null),
    answerMatter: (id, choice) => database.run(inbox.answerMatter, { id, choice }),
    prune: (before, limit) => database.run(inbox.pruneArrivals, { before, limit }),
    backlog: () => database.run(inbox.inboxBacklog, null),
    lastAt: () => database.run(inbox.lastArrivalAt, null),
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

function relayOf(database: Database): RelayBox {
  return {
    collect: (limit) => database.run(collectEvents, { limit }),
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
