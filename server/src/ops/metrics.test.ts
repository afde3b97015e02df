// Figures of plays for Prometheus: by kind and state, and what is no more is told as none.
import { expect, test } from 'vitest'
import { createMetrics, type PlayFigures } from './metrics.ts'

const backlog = { waiting: 0, oldestMs: 0 }
const rest = {
  openHolds: async () => 0,
  waiting: async () => 0,
  viewers: () => 0,
  sockets: () => 0,
  certificateDays: () => null,
  shortfall: async () => 0,
  webhooks: async () => ({ inbox: backlog, relay: backlog }),
  subscriptions: async () => [],
}

test('activities, entries and rewards are told by kind and state, and how long a draw waits', async () => {
  const metrics = createMetrics()
  const said: PlayFigures[] = [
    {
      activities: [
        { kind: 'poll', state: 'open', n: 1, entries: 7 },
        { kind: 'poll', state: 'settled', n: 2, entries: 5 },
      ],
      rewards: [{ kind: 'coupon', state: 'granted', n: 4 }],
      drawWaitsMs: 90_500,
    },
    { activities: [{ kind: 'poll', state: 'settled', n: 3, entries: 12 }], rewards: [], drawWaitsMs: 0 },
  ]
  const nothing: PlayFigures = { activities: [], rewards: [], drawWaitsMs: 0 }
  metrics.readFrom({ ...rest, plays: async () => said.shift() ?? nothing })
  const read = async () =>
    (await metrics.text())
      .split('\n')
      .filter((line) => /^lantern_(activit|reward|draw)/.test(line))
      .toSorted()

  expect(await read()).toEqual([
    'lantern_activities{kind="poll",state="open"} 1',
    'lantern_activities{kind="poll",state="settled"} 2',
    'lantern_activity_entries{kind="poll"} 12',
    'lantern_draw_waits_seconds 90.5',
    'lantern_rewards{kind="coupon",state="granted"} 4',
  ])
  expect(await read()).toEqual([
    'lantern_activities{kind="poll",state="settled"} 3',
    'lantern_activity_entries{kind="poll"} 12',
    'lantern_draw_waits_seconds 0',
  ])
  metrics.close()
})
