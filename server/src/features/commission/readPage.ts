// Job that reads what a sharer's page shows: shows and links, what came of each, and what was earned by them.
import { DEFAULT_RULES } from '@lantern/shared/contract/sharing.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import {
  type CameOfSharing,
  MOST_LINKS_SHOWN,
  type SharerLink,
  type SharerShow,
  type SharerState,
} from '@lantern/shared/contract/sharerPage.ts'
import { MOST_ROWS } from '@lantern/shared/features/commission/limits.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'
import { readRules } from '../../sharing/readSharing.ts'
import type { SharerRow } from '../../sharing/schema.ts'
import { countPeople, NOTHING_CAME, readCameOfLinks } from './cameOf.ts'
import { readNewestLines } from './lines.ts'
import { readMoney } from './money.ts'
import { toTerms } from './reads.ts'
import { type EnterRefusal, enterSharerPage, type FromDevice } from './sharerPage.ts'
import { within } from './tables.ts'

const MOST_SHOWS = 60
const MOST_PAYOUTS = 100

export const readSharerPage: Job<FromDevice, Outcome<SharerState, EnterRefusal>> = {
  name: 'commission.readPage',
  kind: 'read',
  async work(db, from, context) {
    const entered = await enterSharerPage(db, from)
    if (!entered.ok) return entered
    const row = entered.value
    const now = await context.now()
    const rules = (await readRules(db))?.rules ?? DEFAULT_RULES
    const came = await readCameOfLinks(db, row.id)
    const people = await countPeople(db, row.id)
    return grant({
      now,
      shop: await readShop(db),
      name: row.name,
      joinedAt: row.joined_at,
      isOver: row.over_at !== null,
      hasBoard: rules.showsBoard,
      terms: toTerms(rules),
      shows: await readShows(db),
      links: await readLinks(db, row, came),
      came: { ...sumOf([...came.values()]), people },
      money: (await readMoney(db, { sharerId: row.id, now })).get(row.id) ?? [],
      lines: await readNewestLines(db, row.id, MOST_ROWS),
      payouts: await readPayouts(db, row),
    })
  },
}

async function readShop(db: Kysely<Schema>): Promise<string> {
  const shows = db.selectFrom('shows').select('shop_name').orderBy('created_at', 'desc').limit(1)
  return (await shows.executeTakeFirst())?.shop_name ?? ''
}

/** The latest first. */
export async function readShows(db: Kysely<Schema>): Promise<SharerShow[]> {
  const shows = db.selectFrom('shows').select(['id', 'title', 'starts_at', 'phase'])
  const rows = await shows.orderBy('starts_at', 'desc').limit(MOST_SHOWS).execute()
  return rows.map(({ id, title, starts_at, phase }) => ({
    id,
    title: toText(title),
    startsAt: starts_at,
    phase,
    isOpen: phase !== 'ended',
  }))
}

/** The newest first; a link of nobody's making stands with its show. */
async function readLinks(
  db: Kysely<Schema>,
  { id }: SharerRow,
  came: ReadonlyMap<string, CameOfSharing>,
): Promise<SharerLink[]> {
  const links = db
    .selectFrom('sharer_links')
    .innerJoin('shows', 'shows.id', 'sharer_links.show_id')
    .select(['code', 'show_id', 'name', 'messenger', 'over_at'])
    .where('sharer_id', '=', id)
  const rows = await links
    .orderBy('starts_at', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('code')
    .limit(MOST_LINKS_SHOWN)
    .execute()
  return rows.map(({ code, show_id, name, messenger, over_at }) => ({
    code,
    showId: show_id,
    name,
    messenger,
    overAt: over_at,
    ...(came.get(code) ?? NOTHING_CAME),
  }))
}

function sumOf(all: readonly CameOfSharing[]): CameOfSharing {
  return all.reduce(
    (sum, one) => ({
      opens: sum.opens + one.opens,
      people: sum.people + one.people,
      holds: sum.holds + one.holds,
      orders: sum.orders + one.orders,
      back: sum.back + one.back,
    }),
    NOTHING_CAME,
  )
}

async function readPayouts(db: Kysely<Schema>, { id }: SharerRow): Promise<SharerState['payouts']> {
  const payouts = within(db).selectFrom('commission_payouts').where('sharer_id', '=', id)
  const rows = payouts.select(['at', 'currency', 'amount_minor']).orderBy('at', 'desc').limit(MOST_PAYOUTS)
  return (await rows.execute()).map(({ amount_minor: amountMinor, ...row }) => ({ ...row, amountMinor }))
}
