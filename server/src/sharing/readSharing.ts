// Reads by whom viewers were brought, and by which rules that counts: for the ledger, when it grants their holds.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type SharerId, SharingRules } from '@lantern/shared/contract/sharing.ts'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { Click } from '../domain/sharing/attribute.ts'
import type { SharerRow } from './schema.ts'

export interface NumberedRules {
  readonly version: number
  readonly rules: SharingRules
}

export interface Sharing {
  /** Null: nobody of these viewers was ever brought by a sharer, or the shop has never set rules. */
  readonly rules: NumberedRules | null
  readonly clicks: ReadonlyMap<ViewerId, readonly Click[]>
  /** Of the links that viewers come by now: whose they are. */
  readonly links: ReadonlyMap<string, SharerId>
  readonly sharers: ReadonlyMap<SharerId, SharerRow>
}

/** What the ledger's rows and its working set have of it. */
export interface ForSharing {
  /** By whom the batch's viewers were brought. */
  readonly sharing: Sharing
}

export const NOBODY_SHARES: Sharing = { rules: null, clicks: new Map(), links: new Map(), sharers: new Map() }

interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

export interface Brought {
  readonly viewerIds: readonly ViewerId[]
  /** What holds say of the links they came by: any text. */
  readonly vias: readonly string[]
  /** Whoever was credited with what they bought before. */
  readonly bound: readonly SharerId[]
}

/** One statement where no sharer has anything to do with them. */
export async function readSharing(reader: Reader, { viewerIds, vias, bound }: Brought): Promise<Sharing> {
  const clicked = await readClicks(reader, viewerIds)
  const links = await readLinks(reader, vias)
  const named = [...clicked.map(({ sharerId }) => sharerId), ...links.values(), ...bound]
  if (named.length === 0) return NOBODY_SHARES
  const rules = await readRules(reader.db)
  if (rules === null || !rules.rules.isOn) return NOBODY_SHARES
  const clicks = Map.groupBy(clicked, ({ viewerId }) => viewerId)
  return { rules, clicks, links, sharers: await readSharers(reader, named) }
}

/** The rules as they are now; null: the shop has never set any. */
export async function readRules(db: Kysely<Schema>): Promise<NumberedRules | null> {
  const query = db.selectFrom('sharing_rules').select(['version', 'rules']).orderBy('version', 'desc').limit(1)
  const row = await query.executeTakeFirst()
  return row === undefined ? null : { version: row.version, rules: toRules(row.rules) }
}

export async function readRulesOf(db: Kysely<Schema>, versions: readonly number[]): Promise<Map<number, SharingRules>> {
  if (versions.length === 0) return new Map()
  const rows = await db
    .selectFrom('sharing_rules')
    .selectAll()
    .where('version', 'in', [...new Set(versions)])
    .execute()
  return new Map(rows.map((row) => [row.version, toRules(row.rules)]))
}

const toRules = (json: string): SharingRules => SharingRules.parse(JSON.parse(json))

async function readClicks({ db, words }: Reader, viewerIds: readonly ViewerId[]) {
  if (viewerIds.length === 0) return []
  const clicks = db.selectFrom('sharer_clicks').innerJoin('sharer_links', 'sharer_links.code', 'sharer_clicks.code')
  const rows = await clicks
    .select(['sharer_clicks.viewer_id', 'sharer_clicks.code', 'sharer_links.sharer_id', 'first_at', 'last_at'])
    .where('sharer_links.over_at', 'is', null)
    .where(words.isOneOf('sharer_clicks.viewer_id', viewerIds))
    .execute()
  return rows.map(({ viewer_id: viewerId, code: link, sharer_id: sharerId, first_at, last_at }) => ({
    viewerId,
    link,
    sharerId,
    firstAt: first_at,
    lastAt: last_at,
  }))
}

async function readLinks({ db, words }: Reader, vias: readonly string[]): Promise<Map<string, SharerId>> {
  if (vias.length === 0) return new Map()
  const known = db.selectFrom('sharer_links').select(['code', 'sharer_id']).where('over_at', 'is', null)
  const rows = await known.where(words.isOneOf('code', [...new Set(vias)])).execute()
  return new Map(rows.map((row) => [row.code, row.sharer_id]))
}

/** With those who brought them. */
async function readSharers({ db, words }: Reader, ids: readonly SharerId[]): Promise<Map<SharerId, SharerRow>> {
  const read = (some: readonly SharerId[]) =>
    db.selectFrom('sharers').selectAll().where(words.isOneOf('id', some)).execute()
  const own = await read([...new Set(ids)])
  const uppers = own.flatMap(({ upper_id }) => upper_id ?? [])
  const above = uppers.length === 0 ? [] : await read([...new Set(uppers)])
  return new Map([...own, ...above].map((row) => [row.id, row]))
}
