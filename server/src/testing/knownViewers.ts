// Two viewers who stand in every table that can name one, by what the product does and by rows of their own, for tests of erasing and telling.
import { type Kysely, sql, type TableMetadata } from 'kysely'
import { expect } from 'vitest'
import { CommentId, HoldId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { sortByArrows } from '../database/backup/tables.ts'
import type { Cell } from '../database/database.ts'
import type { Erasable, OfNobody } from '../database/erasure/erasure.ts'
import { ERASURES } from '../database/erasure/erasures.ts'
import type { Schema } from '../database/schema.ts'
import { aComment } from '../features/comments/commentShow.contract.ts'
import { aHold, openShop, paid, SHOW, STAFF, START_AT, type TestShop } from '../ledger/proofs/testShop.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { commentRecords } from './commentRecords.ts'
import type { WorkedPlace } from './workedPlaces.ts'

/** `secret` stands in everything that tells who it is; ids are random, `n` in them says nothing. */
export interface Who {
  readonly n: 1 | 2
  readonly viewerId: ViewerId
  readonly secret: string
}

export const VERA: Who = { n: 1, viewerId: ViewerId.parse('v_4711'), secret: 'vera' }
export const WALT: Who = { n: 2, viewerId: ViewerId.parse('v_4712'), secret: 'walt' }
export const listed = new Map<string, Erasable | OfNobody>(Object.entries(ERASURES))
export const erasableOf = (table: string): Erasable | null => {
  const one = listed.get(table)
  return one && 'erase' in one ? one : null
}

/** An evening of a viewer, by what the product itself does. */
export async function live({ store, ledger, offers, database }: TestShop, { n, viewerId, secret }: Who): Promise<void> {
  const came = { source: `hash of ${secret}`, issuedAt: START_AT + 1 }
  const said = (id: string) => aComment(`${id}-${n}`, { viewerId, name: secret, text: `${secret} says ${id}`, ...came })
  await commentRecords(store).addComments([said('a'), said('b')])
  await commentRecords(store).pinComment(SHOW, CommentId.parse(`b-${n}`), STAFF)
  await store.noteVisits([{ showId: SHOW, viewerId, at: START_AT }])
  await commentRecords(store).addLikes([{ showId: SHOW, viewerId, count: 3, ...came }])
  await commentRecords(store).muteViewer({ showId: SHOW, viewerId, by: STAFF, forMs: 60_000 })
  const hold = async (id: string) => {
    const placed = aHold(`${id}-${n}`, viewerId, [[offers.cup, 1]])
    const outcome = await ledger.place({ ...placed, viewerName: secret, via: 'link', ...came })
    expect(outcome.ok ? id : outcome.code).toBe(id)
  }
  await hold('bought')
  await ledger.report(paid(`bought-${n}`, `order-${n}`))
  await hold('left')
  await ledger.release({ holdId: HoldId.parse(`left-${n}`), viewerId })
  await hold('open')
  const body = JSON.stringify({ buyer: secret, street: `${secret} street` })
  const holdId = HoldId.parse(`bought-${n}`)
  await createWebhookRecords(database).inbox.keep([
    { endpointId: 'shop', eventId: `e-${n}`, holdId, type: 'order.paid', fact: null, body },
  ])
}

type Row = Readonly<Record<string, Cell>>

/** As it is kept, with how its winner is reached. */
const aPrize = (contact: string) =>
  JSON.stringify({ is: 'prize', title: 'A cup', productId: null, claimedAt: 0, contact })

/** What cells have to be so that the database takes the row and the row is this viewer's. */
function fixedRows({ n, viewerId, secret }: Who, offerId: string): Readonly<Record<string, readonly Row[]>> {
  const ofHold = { hold_id: `rows-${n}` }
  return {
    holds: [{ lines: '[]', credit: 'null', group_terms: 'null' }],
    orders: [ofHold],
    waits: [{ offer_id: offerId, quantity: 1, no: n, state: 'left' }],
    comments: [{ seq: n, state: 'shown' }],
    talk: [{ pinned_comment: `rows-${n}` }],
    activity_contacts: [{ activity_id: 'poll' }],
    activity_entries: [{ activity_id: 'poll', no: n }],
    rewards: [{ activity_id: 'poll', what: aPrize(secret), used_in: `other-${n}`, owed: '[]' }],
    reports: [{ comment_id: 'a-2' }],
    strikes: [{ holder: `viewer ${viewerId}` }, { holder: `release source hash of ${secret}` }],
    address_budgets: [{ crowd: `hash of ${secret}` }],
    arrivals: [ofHold],
    sharer_links: [{ sharer_id: `rows-${n}` }],
    handoff_failures: [ofHold],
    viewer_members: [{ member_id: `rows-${n}`, known_by: 'token' }],
    member_customers: [{ member_id: `rows-${n}` }],
  }
}

/** In every text that no owner has said to keep stands who it is. */
function toRow(table: TableMetadata, who: Who, fixed: Row): Row {
  const keeps = erasableOf(table.name)?.keeps ?? {}
  const known: Row = { id: `rows-${who.n}`, show_id: `other-${who.n}`, viewer_id: who.viewerId, ...fixed }
  const columns = table.columns.filter(({ dataType }) => dataType !== 'xid8')
  const cells = columns.map(({ name, dataType }) => {
    const told = Object.hasOwn(keeps, name) ? `kept ${who.n}` : `hash of ${who.secret}`
    return [name, known[name] ?? (dataType.toLowerCase() === 'text' ? told : 0)] as const
  })
  return Object.fromEntries(cells)
}

/** A row of the viewer in every table that can have one; those who are pointed at first. */
async function fillTables({ within, tables }: WorkedPlace, who: Who, offerId: string): Promise<void> {
  const fixed = fixedRows(who, offerId)
  await within(async (db) => {
    const known = await db.introspection.getTables()
    const sorted = sortByArrows(await tables.listTables(db), await tables.listArrows(db))
    for (const { name } of sorted.filter((table) => erasableOf(table.name) !== null)) {
      const table = known.find((one) => one.name === name)
      for (const row of (fixed[name] ?? [{}]).map((cells) => table && toRow(table, who, cells))) {
        const columns = sql.join(Object.keys(row ?? {}).map((column) => sql.ref(column)))
        await sql`insert into ${sql.table(name)} (${columns}) values (${sql.join(Object.values(row ?? {}))})`.execute(
          db,
        )
      }
    }
  })
}

const makeActivity = (db: Kysely<Schema>) =>
  sql`insert into activities (id, show_id, kind, state, config, entries, made_at, made_by, revision, version)
    values ('poll', ${SHOW}, 'poll', 'settled', '{}', 2, 0, ${STAFF}, 0, 0)`.execute(db)

export async function fillShop(place: WorkedPlace): Promise<TestShop> {
  const shop = await openShop(place)
  for (const who of [WALT, VERA]) {
    const id = ShowId.parse(`other-${who.n}`)
    await shop.store.createShow({ id, title: { en: 'Other' }, startsAt: START_AT })
  }
  for (const who of [WALT, VERA]) await live(shop, who)
  await place.within(makeActivity)
  for (const who of [WALT, VERA]) await fillTables(place, who, shop.offers.cup)
  return shop
}
