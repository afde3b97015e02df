// The table of rewards when a viewer is erased: whose one was goes, and how they are reached; that it was granted stays.
import type { Kysely } from 'kysely'
import type { RewardWhat } from '@lantern/shared/rewards/reward.ts'
import { type Erasing, type Erasures, nobodys } from '../database/erasure/erasure.ts'
import { factsOf, moneyText, type Tells } from '../database/known/known.ts'
import type { Schema } from '../database/schema.ts'
import type { RewardRow } from './schema.ts'

const KEY = 'an id or a name of our own'

const GRANTED: Tells = {
  kind: 'coupons',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('rewards').selectAll().where('viewer_id', '=', viewerId).orderBy('granted_at', 'desc')
    const rows = await own.orderBy('id').offset(offset).limit(limit).execute()
    return rows.map((row) => ({
      at: row.granted_at,
      showId: row.show_id,
      facts: factsOf({ ...saidOf(JSON.parse(row.what)), state: `reward_${row.state}`, until: row.until }),
    }))
  },
}

function saidOf(what: RewardWhat) {
  if (what.is === 'place') return { what: 'place', times: what.no }
  if (what.is === 'prize') return { what: 'prize', text: what.title, contact: what.contact }
  const { off, currency } = what
  return { what: 'coupon', amount: 'minor' in off ? moneyText(off.minor, currency) : `${off.percent}%` }
}

const OF_STAFF: Tells = {
  kind: 'standing',
  async read(db, { viewerId, offset, limit }) {
    const own = db.selectFrom('staff_viewers').select('seen_at').where('viewer_id', '=', viewerId)
    const rows = await own.offset(offset).limit(limit).execute()
    return rows.map(({ seen_at: at }) => ({ at, facts: factsOf({ state: 'staff' }) }))
  },
}

export const REWARDS: Erasures<'rewards' | 'staff_viewers' | 'redemptions'> = {
  rewards: {
    keeps: {
      id: KEY,
      show_id: KEY,
      activity_id: KEY,
      paid_by: KEY,
      kind: KEY,
      what: 'the terms of a coupon and the title of a prize, without the contact of whoever won it',
      state: KEY,
      hold_id: KEY,
      used_in: KEY,
      owed: KEY,
    },
    tells: GRANTED,
    erase: eraseRewards,
    shows: async (db, viewerId) => {
      const query = db.selectFrom('rewards').select(['show_id', 'used_in']).where('viewer_id', '=', viewerId)
      return [...new Set((await query.execute()).flatMap((row) => [row.show_id, row.used_in ?? []].flat()))]
    },
  },
  redemptions: nobodys(
    'what staff handed out, by the ids of coupons and holds: whose they were is known by these alone',
  ),
  staff_viewers: {
    keeps: {},
    tells: OF_STAFF,
    erase: (db, { viewerId }) => db.deleteFrom('staff_viewers').where('viewer_id', '=', viewerId).execute(),
  },
}

async function eraseRewards(db: Kysely<Schema>, { viewerId, version }: Erasing): Promise<void> {
  const own = await db.selectFrom('rewards').selectAll().where('viewer_id', '=', viewerId).execute()
  for (const row of own) {
    const erased = { viewer_id: null, what: withoutContact(row.what), state: stateAfter(row), version }
    await db.updateTable('rewards').set(erased).where('id', '=', row.id).execute()
  }
}

function withoutContact(kept: string): string {
  const what: RewardWhat = JSON.parse(kept)
  return what.is === 'prize' ? JSON.stringify({ ...what, contact: null } satisfies RewardWhat) : kept
}

/** A coupon that a hold was promised is kept for it until the hold ends. */
function stateAfter({ state, hold_id }: RewardRow): RewardRow['state'] {
  return state === 'granted' && hold_id === null ? 'withdrawn' : state
}
