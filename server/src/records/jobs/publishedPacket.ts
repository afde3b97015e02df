// Reads what anyone may know of a red packet: once it is over its seed, and what each place held.
import { PacketProof, type PublishedPacket } from '@lantern/shared/contract/published.ts'
import { isOver, isShown } from '@lantern/shared/activities/states.ts'
import { type ActivityId, Minor } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'
import { type Asked, readOwn, readRow, type Row, toldSeed } from './published.ts'

/** Of what staff set, what is published. */
const Terms = PacketProof.pick({ how: true, places: true, currency: true, totalMinor: true, leastMinor: true })
const Config = Terms.extend({ greeting: z.string().nullable() })
const Amount = z.object({ amountMinor: Minor })

/** Null: there is no such packet, or nobody was shown it. */
export const readPublishedPacket: Job<Asked, PublishedPacket | null> = {
  name: 'store.readPublishedPacket',
  kind: 'read',
  async work(db, { activityId, viewerId }) {
    const row = await readRow(db, activityId)
    if (row === undefined || !isShown(row.state)) return null
    const config = Config.safeParse(JSON.parse(row.config))
    if (!config.success) return null
    return {
      proof: toProof(row, config.data, isOver(row.state) ? await readPlaces(db, activityId) : []),
      show: { id: row.show_id, title: toText(row.showTitle) },
      shopName: row.shop_name,
      own: viewerId === null ? null : await readOwn(db, activityId, viewerId),
    }
  },
}

function toProof(row: Row, { greeting, ...terms }: z.infer<typeof Config>, places: readonly Place[]): PacketProof {
  const { commitment, head } = row
  return PacketProof.parse({
    format: 'lantern-packet-1',
    activityId: row.activity_id,
    state: row.state,
    title: greeting,
    ...terms,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    seal: { commitment, seed: toldSeed(row), head },
    count: row.entries,
    entries: places.map(({ entryId }) => entryId),
    amounts: places.map(({ value }) => Amount.parse(JSON.parse(value)).amountMinor),
  })
}

interface Place {
  readonly entryId: string
  /** Json in the words of the kind. */
  readonly value: string
}

/** At once: there are at most as many as places. */
async function readPlaces(db: Kysely<Schema>, activityId: ActivityId): Promise<Place[]> {
  const query = db.selectFrom('activity_entries').select(['entry_id', 'value']).where('activity_id', '=', activityId)
  const rows = await query.orderBy('no').execute()
  return rows.flatMap(({ entry_id: entryId, value }) => (entryId === null ? [] : [{ entryId, value }]))
}
