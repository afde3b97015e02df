// Reads of which group viewers are, and on what terms these buy: for the ledger when it grants their holds, and for their pages.
import { type GroupId, GroupOff, type PointId } from '@lantern/shared/contract/groups.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { HeldGroup } from '@lantern/shared/contract/things.ts'
import { type Kysely, sql } from 'kysely'
import type { SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

/** Of what features keep, the columns that are read here. */
type Read = {
  links: { code: string; show_id: ShowId; group_id: GroupId | null; voided_at: number | null }
  link_people: { code: string; viewer_id: ViewerId; last_at: number }
  chat_groups: { id: GroupId; name: string; point_id: PointId | null; deleted_at: number | null }
  pickup_points: { id: PointId; name: string; address: string; hours: string | null; note: string | null }
  group_prices: { group_id: GroupId; show_id: string; off: string }
}

const within = (db: Kysely<Schema>) => db.withTables<Read>()

/** Of what holds for every show. */
export const EVERY_SHOW = ''

export interface Terms {
  readonly group: HeldGroup
  /** What its people pay less in this show; null: nothing. */
  readonly off: GroupOff | null
}

export interface Grouped {
  /** Of links that bring somebody to a group now; by `linkKey`. */
  readonly links: ReadonlyMap<string, Terms>
  /** Such links by which viewers have come, the last one first; by `personKey`. */
  readonly opened: ReadonlyMap<string, readonly string[]>
}

/** What the ledger's rows and its working set have of it. */
export interface ForGroups {
  readonly grouped: Grouped
}

export const NO_GROUPS: Grouped = { links: new Map(), opened: new Map() }

interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

export interface Coming {
  readonly showIds: readonly ShowId[]
  readonly viewerIds: readonly ViewerId[]
}

const linkKey = (showId: string, code: string) => `${showId} ${code}`
const personKey = (showId: string, viewerId: string) => `${showId} ${viewerId}`

/** One statement where no group has a link for these shows. */
export async function readGrouped(reader: Reader, { showIds, viewerIds }: Coming): Promise<Grouped> {
  const links = await readLinks(reader, showIds)
  if (links.length === 0) return NO_GROUPS
  const offs = await readOffs(reader, { showIds, groupIds: links.map(({ groupId }) => groupId) })
  const terms = links.map(({ showId, groupId, code, group }): [string, Terms] => [
    linkKey(showId, code),
    { group, off: offs.get(linkKey(showId, groupId)) ?? offs.get(linkKey(EVERY_SHOW, groupId)) ?? null },
  ])
  const showOf = new Map(links.map(({ code, showId }) => [code, showId]))
  return { links: new Map(terms), opened: await readOpened(reader, viewerIds, showOf) }
}

async function readLinks({ db, words }: Reader, showIds: readonly ShowId[]) {
  if (showIds.length === 0) return []
  const rows = await within(db)
    .selectFrom('links')
    .innerJoin('chat_groups', 'chat_groups.id', 'links.group_id')
    .leftJoin('pickup_points', 'pickup_points.id', 'chat_groups.point_id')
    .select(['links.code', 'links.show_id as showId', 'chat_groups.id as groupId', 'chat_groups.name'])
    .select(['pickup_points.id as pointId', 'pickup_points.name as pointName', 'address', 'hours', 'note'])
    .where(words.isOneOf('links.show_id', showIds))
    // In these words, so that SQLite takes the index of the few links that are groups'.
    .where(sql<boolean>`links.group_id is not null`)
    .where('links.voided_at', 'is', null)
    .where('chat_groups.deleted_at', 'is', null)
    .execute()
  return rows.map(({ code, showId, groupId, name, pointId, pointName, address, hours, note }) => {
    const point = pointId === null ? null : { id: pointId, name: pointName ?? '', address: address ?? '', hours, note }
    return { code, showId, groupId, group: { id: groupId, name, link: code, point } }
  })
}

interface OfGroups {
  readonly showIds: readonly ShowId[]
  readonly groupIds: readonly GroupId[]
}

async function readOffs({ db, words }: Reader, { showIds, groupIds }: OfGroups): Promise<Map<string, GroupOff>> {
  const rows = await within(db)
    .selectFrom('group_prices')
    .selectAll()
    .where(words.isOneOf('group_id', [...new Set(groupIds)]))
    .where(words.isOneOf('show_id', [EVERY_SHOW, ...showIds]))
    .execute()
  return new Map(rows.map((row) => [linkKey(row.show_id, row.group_id), GroupOff.parse(JSON.parse(row.off))]))
}

async function readOpened(
  { db, words }: Reader,
  viewerIds: readonly ViewerId[],
  showOf: ReadonlyMap<string, ShowId>,
): Promise<Grouped['opened']> {
  if (viewerIds.length === 0) return new Map()
  const rows = await within(db)
    .selectFrom('link_people')
    .select(['code', 'viewer_id'])
    .where(words.isOneOf('viewer_id', viewerIds))
    .where(words.isOneOf('code', [...showOf.keys()]))
    .orderBy('last_at', 'desc')
    .orderBy('code')
    .execute()
  const byPerson = Map.groupBy(rows, ({ code, viewer_id }) => personKey(showOf.get(code) ?? '', viewer_id))
  return new Map([...byPerson].map(([key, all]) => [key, all.map(({ code }) => code)]))
}

interface Arrival {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  /** The link of the page; null: none. */
  readonly via: string | null
}

/** Of the last of a group's links by which they came that still brings somebody to it; null: they are of none. */
export function termsOf({ links, opened }: Grouped, { showId, viewerId, via }: Arrival): Terms | null {
  if (links.size === 0) return null
  const codes = [...(via === null ? [] : [via]), ...(opened.get(personKey(showId, viewerId)) ?? [])]
  for (const code of codes) {
    const terms = links.get(linkKey(showId, code))
    if (terms) return terms
  }
  return null
}
