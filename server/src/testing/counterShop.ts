// What the tests of the counter ask: a coupon of a viewer, its code, and that it is redeemed.
import { randomUUID } from 'node:crypto'
import type { CounterThing } from '@lantern/shared/contract/counter.ts'
import { GroupId, PointId } from '@lantern/shared/contract/groups.ts'
import { ActivityId, type HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { HandOverId, PickupCode } from '@lantern/shared/contract/leaderPage.ts'
import { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { RewardId } from '@lantern/shared/rewards/reward.ts'
import { type CounterBook, createCounterBook } from '../features/counter/counterBook.ts'
import { createGroupBook } from '../features/groups/groupBook.ts'
import { makeLink } from '../features/links/jobs.ts'
import type { Redeeming } from '../ledger/redeeming.ts'
import { SHOW, STAFF, type TestShop } from '../ledger/proofs/testShop.ts'
import { listRewards } from '../rewards/readRewards.ts'

export const ANN = ViewerId.parse('ann')
export const BOB = ViewerId.parse('bob')
export const DAY = 86_400_000

/** A counter that takes everything. */
export async function opensCounter({ store }: Pick<TestShop, 'store'>): Promise<CounterBook> {
  const counter = createCounterBook({ store })
  await counter.setRules({ coupons: true, orders: true }, STAFF)
  return counter
}

/** Five off, good for an hour. */
export async function aCouponOf({ ledger }: TestShop, id: string, viewer = 'ann'): Promise<CounterThing> {
  const terms = { off: { minor: 500 }, currency: 'USD', fromMinor: 0, productIds: null }
  const config = { title: id, ...terms, places: 100, good: { forMs: 3_600_000 }, given: 'claim' }
  const life = { opensAt: null, lengthMs: null, start: 'open', conditions: [] } as const
  const activityId = ActivityId.parse(id)
  const made = await ledger.makeActivity({ activityId, ...life, showId: SHOW, kind: 'coupon', config, by: STAFF })
  if (!made.ok) throw new Error(made.code)
  const ids = { activityId, viewerId: ViewerId.parse(viewer), requestId: `claim-${id}` }
  const entered = await ledger.enter({ ...ids, showId: SHOW, via: null, watching: null, kind: 'coupon', entry: {} })
  if (!entered.ok) throw new Error(entered.code)
  return { kind: 'coupon', ref: RewardId.parse(`${id}.1`) }
}

export const ELM_STREET = GroupId.parse('elm-street')

/** A group that fetches what it buys; answers its link for the show. */
export async function aGroupWithPoint({ store, clock }: TestShop): Promise<string> {
  const groups = createGroupBook({ store, clock: clock.now })
  const pointId = PointId.parse('corner-bakery')
  await groups.savePoint(pointId, { name: 'Corner Bakery', address: '12 Elm Street', hours: null, note: null }, STAFF)
  return linkOfElm({ store, clock }, pointId)
}

/** One whose leader hands over what it buys; answers its link, and what has its leader hand a hold of Ann's over, and go. */
export async function aGroupWithLeader({ store, clock }: TestShop) {
  const { leaders } = createGroupBook({ store, clock: clock.now })
  const via = await linkOfElm({ store, clock }, null)
  const made = await leaders.make(ELM_STREET, STAFF)
  if (!made.ok) throw new Error(made.code)
  const phone = { code: made.value.code, device: 'the leader’s phone' }
  return {
    via,
    async handOver(holdId: HoldId) {
      await leaders.open(phone, null)
      const [pickup] = await leaders.pickups(SHOW, ANN)
      const id = HandOverId.parse(randomUUID())
      const code = PickupCode.parse(pickup?.digits)
      return leaders.handOver(phone, { id, showId: SHOW, holdIds: [holdId], code, at: clock.now() })
    },
    endPage: () => leaders.makeVoid(ELM_STREET, STAFF),
  }
}

async function linkOfElm({ store, clock }: Pick<TestShop, 'store' | 'clock'>, pointId: PointId | null) {
  const groups = createGroupBook({ store, clock: clock.now })
  const about = { name: 'Elm Street', messenger: 'line', theme: null, leader: null, size: null } as const
  await groups.save(ELM_STREET, { ...about, tags: [], pointId }, STAFF)
  const code = LinkCode.parse('elmstreetAAA')
  const link = { showId: SHOW, id: LinkId.parse('elm-link'), staffId: STAFF, name: 'Elm', code }
  await store.change(makeLink, { ...link, groupId: ELM_STREET })
  return code
}

export async function codeOf(counter: CounterBook, viewerId: ViewerId, thing: CounterThing): Promise<string> {
  const shown = await counter.show(viewerId, thing)
  if (!shown.ok || shown.value.is !== 'code' || shown.value.code === null) throw new Error(JSON.stringify(shown))
  return shown.value.code
}

type More = Partial<Pick<Redeeming, 'id' | 'place' | 'by'>>

export function atCounter({ ledger }: Pick<TestShop, 'ledger'>, thing: CounterThing, more: More = {}) {
  return ledger.redeem({ ...thing, id: 'some-phone-1', showId: SHOW, place: 'Main Street', by: STAFF, ...more })
}

/** As `id state hold`, each. */
export async function readOwn({ database }: TestShop, viewerId = ANN): Promise<string[]> {
  const rewards = await database.run(listRewards, { viewerId })
  return rewards.map(({ id, state, holdId }) => [id, state, holdId ?? '-'].join(' '))
}
