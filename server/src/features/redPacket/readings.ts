// How red packets are read: as staff see them, and as everyone does, without drafts.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import { type Luckiest, type RedPacket, RedPacketConfig } from '@lantern/shared/features/redPacket/contract.ts'
import type { Kysely } from 'kysely'
import { type ReadActivity, readActivities } from '../../activities/readActivities.ts'
import type { Schema } from '../../database/schema.ts'
import type { Reading } from '../../room/reading.ts'
import { mostOf, sumOf } from './tallies.ts'

const RED_PACKETS: Reading = {
  changedBy: [...ACTIVITY_FACTS, 'viewer:erased'],
  async read(db, since, words) {
    const found = await readActivities(db, { ...since, kind: 'redPacket' }, words)
    const redPackets = await Promise.all(found.map((one) => toRedPacket(db, one)))
    return { room: { redPackets: redPackets.filter(({ state }) => isShown(state)) }, desk: { redPackets } }
  },
}

export const readings = [RED_PACKETS]

async function toRedPacket(db: Kysely<Schema>, { life, config, tallies }: ReadActivity): Promise<RedPacket> {
  return {
    ...life,
    ...RedPacketConfig.parse(config),
    givenMinor: sumOf(tallies),
    luckiest: await readLuckiest(db, life.id, mostOf(tallies)),
    goneAt: life.entries === life.places ? await readLastAt(db, life.id, life.entries) : null,
  }
}

async function readLuckiest(db: Kysely<Schema>, id: ActivityId, most: number | null): Promise<Luckiest | null> {
  if (most === null) return null
  const query = db.selectFrom('activity_entries').select('viewer_name').where('activity_id', '=', id)
  const value = JSON.stringify({ amountMinor: most })
  const row = await query.where('value', '=', value).orderBy('no').limit(1).executeTakeFirst()
  return { name: row?.viewer_name ?? null, amountMinor: most }
}

async function readLastAt(db: Kysely<Schema>, id: ActivityId, no: number): Promise<number | null> {
  const query = db.selectFrom('activity_entries').select('entered_at').where('activity_id', '=', id)
  return (await query.where('no', '=', no).executeTakeFirst())?.entered_at ?? null
}
