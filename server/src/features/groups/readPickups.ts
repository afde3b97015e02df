// Job that reads where a buyer fetches what they bought in a show.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { OwnPickup } from '@lantern/shared/contract/leaderPage.ts'
import type { Job } from '../../database/database.ts'
import { holdsToFetch } from './cameOf.ts'
import { codesOf } from './pickupCode.ts'
import { within } from './tables.ts'

interface OfBuyer {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly key: string
}

interface Times {
  readonly grantedAt: number
  readonly arrivedAt: number | null
}

/** What was bought after the leader said so may not have come with the rest. */
const wasThere = ({ grantedAt, arrivedAt }: Times) => arrivedAt !== null && grantedAt <= arrivedAt

export const readPickups: Job<OfBuyer, OwnPickup[]> = {
  name: 'groups.readPickups',
  kind: 'read',
  async work(db, { showId, viewerId, key }) {
    const holds = await holdsToFetch(db)
      .leftJoin('hand_overs', (join) => join.onRef('hand_overs.hold_id', '=', 'holds.id').on('is_first', '=', 1))
      .leftJoin('pickup_arrivals', (join) =>
        join.onRef('pickup_arrivals.group_id', '=', 'chat_groups.id').on('pickup_arrivals.show_id', '=', showId),
      )
      .select(['chat_groups.id', 'chat_groups.name', 'chat_groups.point_id', 'hand_overs.at as handedAt'])
      .select(['holds.granted_at as grantedAt', 'pickup_arrivals.at as arrivedAt'])
      .where('holds.show_id', '=', showId)
      .where('holds.viewer_id', '=', viewerId)
      .orderBy('chat_groups.id')
      .execute()
    if (holds.length === 0) return []
    const ids = holds.flatMap(({ point_id }) => point_id ?? [])
    const points =
      ids.length === 0 ? [] : await within(db).selectFrom('pickup_points').selectAll().where('id', 'in', ids).execute()
    const { digits } = codesOf(key, { showId, viewerId })
    return [...Map.groupBy(holds, ({ id }) => id).values()].flatMap((ofGroup) => {
      const [first] = ofGroup
      if (first === undefined) return []
      const { device_hash: _, ...point } = points.find(({ id }) => id === first.point_id) ?? {
        id: null,
        device_hash: null,
      }
      const handed = ofGroup.filter(({ handedAt }) => handedAt !== null).length
      const isThere = ofGroup.some((hold) => hold.handedAt === null && wasThere(hold)) || ofGroup.every(wasThere)
      return {
        group: first.name,
        point: point.id === null ? null : point,
        digits,
        arrivedAt: isThere ? first.arrivedAt : null,
        orders: ofGroup.length,
        handed,
      }
    })
  },
}
