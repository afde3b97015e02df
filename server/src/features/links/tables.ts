// The tables of share links: what each is called, and who has come by it.
import type { GroupId } from '@lantern/shared/contract/groups.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { type Kysely, sql } from 'kysely'
import { type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import { factsOf, type Tells } from '../../database/known/known.ts'
import type { Schema } from '../../database/schema.ts'
import { PEOPLE } from '../../sharing/locks.ts'
import { tellHolds } from './tellHolds.ts'

/** `opens`, `people` and `previews` rise outside of the log, and do not move the version. */
export interface LinkRow {
  id: LinkId
  code: LinkCode
  show_id: ShowId
  name: string
  group_id: GroupId | null
  made_at: number
  voided_at: number | null
  opens: number
  people: number
  previews: number
  version: number
}

/** `last_at`: when the person last came by it, where it is a group's; else 0. */
interface PersonRow {
  code: LinkCode
  viewer_id: ViewerId
  last_at: number
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = {
  links: LinkRow
  link_people: PersonRow
}

/** The same connection, knowing these tables too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

/** Of the show, without those of sharers. */
export const shopsLinks = (db: Kysely<Schema>, showId: ShowId) =>
  within(db)
    .selectFrom('links')
    .leftJoin('sharer_links', 'sharer_links.code', 'links.code')
    .where('sharer_links.code', 'is', null)
    .where('links.show_id', '=', showId)

const STATEMENTS = [
  `create table links (
    id text not null, code text not null unique, show_id text not null references shows (id),
    name text not null, made_at bigint not null, voided_at bigint,
    opens bigint not null default 0, people bigint not null default 0, previews bigint not null default 0,
    version bigint not null, primary key (show_id, id))`,
  `create index links_of_show on links (show_id, version)`,
  `create table link_people (code text not null, viewer_id text not null, primary key (code, viewer_id))`,
  `create index link_people_of_viewer on link_people (viewer_id)`,
]

const links = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

/** Whose link it is is said when it is made, and never changes. */
const ofGroups = {
  async up(db: Kysely<Schema>) {
    await sql.raw('alter table links add column group_id text').execute(db)
    await sql.raw('create index links_of_group on links (group_id)').execute(db)
  },
}

/** A sharer's name stands with the sharer, where erasing them takes it away. */
const sharersUnnamed = {
  async up(db: Kysely<Schema>) {
    const statement = `update links set name = '' where code in (select code from sharer_links)`
    await sql.raw(statement).execute(db)
  },
}

const LAST_OF_GROUPS = [
  'alter table link_people add column last_at bigint not null default 0',
  'create index group_links_of_show on links (show_id) where group_id is not null',
]

/** By which of a group's links a person came last; and holds say whose group they are, as their links said until now. */
const lastOfGroups = {
  async up(db: Kysely<Schema>) {
    for (const statement of LAST_OF_GROUPS) await sql.raw(statement).execute(db)
    await tellHolds(db)
  },
}

export const migrations: Migrations = {
  '004-last-of-groups': lastOfGroups,
  '001-links': links,
  '002-of-groups': ofGroups,
  '003-sharers-unnamed': sharersUnnamed,
}

const CAME_BY: Tells = {
  kind: 'links',
  async read(db, { viewerId, offset, limit }) {
    const own = within(db).selectFrom('link_people').leftJoin('links', 'links.code', 'link_people.code')
    const all = own.select(['link_people.code', 'show_id', 'last_at']).where('viewer_id', '=', viewerId)
    const rows = await all.orderBy('last_at', 'desc').orderBy('link_people.code').offset(offset).limit(limit).execute()
    return rows.map(({ code, show_id: showId, last_at }) => ({
      at: last_at > 0 ? last_at : null,
      showId,
      facts: factsOf({ link: code }),
    }))
  },
}

export const erasures: ErasuresOf<Tables> = {
  links: nobodys('names that staff gave, sharers’ links have none, and counts'),
  // How many people came stays a number of the link.
  link_people: {
    keeps: {},
    tells: CAME_BY,
    locks: [PEOPLE],
    async erase(db, { viewerId }) {
      await within(db).deleteFrom('link_people').where('viewer_id', '=', viewerId).execute()
    },
  },
}
