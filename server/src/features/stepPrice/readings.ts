// How step prices are read: how far the buyers are, and for staff what goes back to whoever paid more.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import {
  type StepPrice,
  StepPriceConfig,
  StepPriceResult,
  type StepRefunds,
} from '@lantern/shared/features/stepPrice/contract.ts'
import { type Kysely, sql } from 'kysely'
import { type ReadActivity, readActivities } from '../../activities/readActivities.ts'
import { HOLD_EVENTS, ORDER_EVENTS } from '../../domain/eventTypes.ts'
import type { Schema } from '../../database/schema.ts'
import { fromTheStart, type Reading, type Since } from '../../room/reading.ts'

const STEP_PRICES: Reading = {
  changedBy: ACTIVITY_FACTS,
  async read(db, since, words) {
    const stepPrices = (await readActivities(db, { ...since, kind: 'stepPrice' }, words)).map(toStepPrice)
    return { room: { stepPrices: stepPrices.filter(({ state }) => isShown(state)) }, desk: { stepPrices } }
  },
}

function toStepPrice({ life, config, result }: ReadActivity): StepPrice {
  return { ...life, ...StepPriceConfig.parse(config), result: result === null ? null : StepPriceResult.parse(result) }
}

/** Those with a payment that is another since. */
const REFUNDS: Reading = {
  changedBy: [...ACTIVITY_FACTS, ...HOLD_EVENTS, ...ORDER_EVENTS],
  async read(db, since) {
    return { desk: { stepRefunds: (await readRefunds(db, since)).map(toRefunds) } }
  },
}

interface Sums {
  readonly activity_id: ActivityId
  readonly waiting: number
  readonly due: number
  readonly done: number
  readonly by_hand: number
  readonly sum_minor: number
  readonly by_hand_minor: number
  readonly version: number
}

async function readRefunds(db: Kysely<Schema>, since: Since): Promise<readonly Sums[]> {
  const isAsked = sql<boolean>`p.state = 'asked' and o.state <> 'refunded'`
  const isByHand = sql<boolean>`(p.state = 'by_hand' or (${isAsked} and o.refund in ('by_hand', 'failed')))`
  const query = sql<Sums>`
    select p.activity_id,
      sum(case when p.state = 'waiting' then 1 else 0 end) as waiting,
      sum(case when ${isAsked} and o.refund = 'asked' then 1 else 0 end) as due,
      sum(case when p.state = 'asked' and (o.state = 'refunded' or o.refund in ('told', 'done') or o.refund is null)
        then 1 else 0 end) as done,
      sum(case when ${isByHand} then 1 else 0 end) as by_hand,
      cast(sum(p.due_minor) as bigint) as sum_minor,
      cast(sum(case when ${isByHand} then p.due_minor else 0 end) as bigint) as by_hand_minor,
      max(case when o.version > p.version then o.version else p.version end) as version
    from activity_payments p left join orders o on o.hold_id = p.hold_id and o.second = 0 and o.state <> 'voided'
    where p.show_id = ${since.showId} group by p.activity_id
    having max(case when o.version > p.version then o.version else p.version end) > ${fromTheStart(since)}
    order by p.activity_id`
  return (await query.execute(db)).rows
}

function toRefunds(sums: Sums): StepRefunds {
  const { activity_id: activityId, waiting, due, done, by_hand: byHand, version } = sums
  return { activityId, waiting, due, done, byHand, sumMinor: sums.sum_minor, byHandMinor: sums.by_hand_minor, version }
}

export const readings = [STEP_PRICES, REFUNDS]
