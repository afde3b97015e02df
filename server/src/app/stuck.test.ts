// A subscription that stands still is seen by ops, and takes no traffic away.
import { expect, test } from 'vitest'
import { createMetrics } from '../ops/metrics.ts'
import { createReadiness } from './readiness.ts'

test('/readyz says which, and stays ready', async () => {
  const findStuck = async () => [{ name: 'webhooks', streams: 2 }]
  const readiness = createReadiness({ whyNotWritten: async () => null, subscriptions: { findStuck } })

  expect(await readiness.notReady()).toEqual([])
  expect(await readiness.notes()).toEqual(['subscription webhooks stands still in 2 of its streams'])
})

test('/metrics says how far each is behind, and how often it failed', async () => {
  const metrics = createMetrics()
  const backlog = { waiting: 0, oldestMs: 0 }
  metrics.readFrom({
    openHolds: async () => 0,
    waiting: async () => 0,
    viewers: () => 0,
    sockets: () => 0,
    certificateDays: () => null,
    shortfall: async () => 0,
    webhooks: async () => ({ inbox: backlog, relay: backlog }),
    plays: async () => ({ activities: [], rewards: [], drawWaitsMs: 0 }),
    subscriptions: async () => [{ name: 'webhooks', facts: 12, oldestMs: 1500, stuck: 2 }],
  })
  metrics.countStuck('webhooks')

  const lines = (await metrics.text()).split('\n').filter((line) => line.includes('{subscription="webhooks"}'))

  expect(lines.sort()).toEqual([
    'lantern_subscription_facts_waiting{subscription="webhooks"} 12',
    'lantern_subscription_failures_total{subscription="webhooks"} 1',
    'lantern_subscription_lag_seconds{subscription="webhooks"} 1.5',
    'lantern_subscription_stuck_streams{subscription="webhooks"} 2',
  ])
  metrics.close()
})
