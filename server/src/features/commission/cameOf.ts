// What came of a sharer's links: opens and people, holds, orders, and orders of which something came back.
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { CameOfSharing } from '@lantern/shared/contract/sharerPage.ts'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { within } from './tables.ts'

export const NOTHING_CAME: CameOfSharing = { opens: 0, people: 0, holds: 0, orders: 0, back: 0 }

const codesOf = (db: Kysely<Schema>, id: SharerId) =>
  db.selectFrom('sharer_links').select('code').where('sharer_id', '=', id)

/** By others than the sharer; as the clicks say that are kept: without those of people who were erased. */
const clicksOf = (db: Kysely<Schema>, id: SharerId) =>
  db
    .selectFrom('sharer_clicks')
    .innerJoin('sharer_links', 'sharer_links.code', 'sharer_clicks.code')
    .innerJoin('sharers', 'sharers.id', 'sharer_links.sharer_id')
    .where('sharer_links.sharer_id', '=', id)
    .where(sql<boolean>`(sharers.viewer_id is null or sharers.viewer_id <> sharer_clicks.viewer_id)`)
    .select(sql<number>`coalesce(sum(clicks), 0)`.as('opens'))
    .select(sql<number>`count(distinct sharer_clicks.viewer_id)`.as('people'))

/** Of people who came by the link last, and were credited to somebody. */
const holdsOf = (db: Kysely<Schema>, id: SharerId) =>
  db
    .selectFrom('holds')
    .where('credit', 'is not', null)
    .where('via', 'in', codesOf(db, id))
    .select((eb) => ['via', eb.fn.countAll<number>().as('holds')])
    .groupBy('via')

/** Those that the link brought, by what they bring its sharer. */
const ordersOf = (db: Kysely<Schema>, id: SharerId) =>
  within(db)
    .selectFrom('commission_rows')
    .where('sharer_id', '=', id)
    .where('level', '=', 1)
    .groupBy(['link', 'hold_id'])
    .select(['link', sql<number>`sum(amount_minor)`.as('sum')])
    .select(sql<number>`max(case when why = 'reversed' then 1 else 0 end)`.as('back'))

/** By the link's code. */
export async function readCameOfLinks(db: Kysely<Schema>, id: SharerId): Promise<Map<string, CameOfSharing>> {
  const clicks = await clicksOf(db, id).groupBy('sharer_links.code').select('sharer_links.code').execute()
  const holds = await holdsOf(db, id).execute()
  const orders = Map.groupBy(await ordersOf(db, id).execute(), ({ link }) => link)
  const codes = new Set([...clicks.map(({ code }) => code), ...holds.flatMap(({ via }) => via ?? []), ...orders.keys()])
  return new Map(
    [...codes].map((code) => {
      const opened = clicks.find((one) => one.code === code)
      const brought = orders.get(code) ?? []
      const came = {
        opens: Number(opened?.opens ?? 0),
        people: Number(opened?.people ?? 0),
        holds: Number(holds.find(({ via }) => via === code)?.holds ?? 0),
        orders: brought.filter(({ sum }) => Number(sum) > 0).length,
        back: brought.filter(({ back }) => Number(back) === 1).length,
      }
      return [code, came]
    }),
  )
}

/** A person who came by several links is one. */
export async function countPeople(db: Kysely<Schema>, id: SharerId): Promise<number> {
  return Number((await clicksOf(db, id).executeTakeFirstOrThrow()).people)
}
