// How draws are read: as staff see them, as everyone does, and what each winner alone knows.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import { Contact, DrawConfig, type DrawWin, type StaffDraw } from '@lantern/shared/features/draw/contract.ts'
import type { Kysely } from 'kysely'
import { readContactRows } from '../../activities/contacts.ts'
import { type ReadActivity, readActivities } from '../../activities/readActivities.ts'
import { type NamedWin, readWins } from '../../activities/seals/readWins.ts'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Reading } from '../../room/reading.ts'

const DRAWS: Reading = {
  changedBy: [...ACTIVITY_FACTS, 'draw:claimed', 'contact:withdrawn', 'viewer:erased'],
  async read(db, since, words) {
    const found = await readActivities(db, { ...since, kind: 'draw' }, words)
    const claims = await readClaims(db, found, words)
    const draws = found.map((one) => toDraw(one, claims.get(one.life.id) ?? []))
    const shown = draws.filter(({ state }) => isShown(state))
    const newer = [...claims.values()].flat().filter(({ win }) => win.version > (since.cursor ?? -1))
    return {
      room: { draws: shown.map(({ contacts: _, ...draw }) => draw) },
      desk: { draws },
      own: newer.flatMap(toOwn),
    }
  },
}

export const readings = [DRAWS]

interface Claim {
  readonly win: NamedWin
  readonly contact: Contact | null
}

/** By activity, in the order of being drawn. */
async function readClaims(db: Kysely<Schema>, found: readonly ReadActivity[], words: SqlWords) {
  const ids = found.filter(({ result }) => result !== null).map(({ life }) => life.id)
  const wins = await readWins(db, ids, words)
  const contacts = wins.length === 0 ? [] : await readContactRows(db, ids, words)
  const byWinner = new Map(contacts.map((row) => [`${row.activity_id} ${row.viewer_id}`, row.contact]))
  const claims = wins.map((win): Claim => {
    const contact = byWinner.get(`${win.activity_id} ${win.viewer_id}`)
    return { win, contact: contact === undefined ? null : Contact.parse(JSON.parse(contact)) }
  })
  return Map.groupBy(claims, ({ win }) => win.activity_id)
}

function toDraw({ life, config, result }: ReadActivity, claims: readonly Claim[]): StaffDraw {
  const drawn = claims.map(({ win }) => ({
    place: win.place,
    entryId: win.entry_id,
    name: win.viewer_name,
    state: win.state,
    until: win.until,
  }))
  const contacts = claims.flatMap(({ win, contact }) =>
    contact === null || win.claimed_at === null ? [] : [{ entryId: win.entry_id, contact, claimedAt: win.claimed_at }],
  )
  return { ...life, ...DrawConfig.parse(config), drawn: result === null ? null : drawn, contacts }
}

function toOwn({ win, contact }: Claim) {
  if (win.viewer_id === null) return []
  const { activity_id: activityId, place, state, until, claimed_at: claimedAt, version } = win
  const own: DrawWin = { activityId, place, state, until, claimedAt, contact, version }
  return [{ viewerId: win.viewer_id, changes: { wins: [own] } }]
}
