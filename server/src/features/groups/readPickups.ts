// Job that reads where a buyer fetches what they bought in a show: as it was said when they last held.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { OwnPickup } from '@lantern/shared/contract/leaderPage.ts'
import { HeldGroup } from '@lantern/shared/contract/things.ts'
import type { Job } from '../../database/database.ts'
import { holdsToFetch } from './cameOf.ts'
import { codesOf } from './pickupCode.ts'

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
      .select(['chat_groups.id', 'holds.group_terms as terms', 'hand_overs.at as handedAt'])
      .select(['holds.granted_at as grantedAt', 'pickup_arrivals.at as arrivedAt'])
      .where('holds.show_id', '=', showId)
      .where('holds.viewer_id', '=', viewerId)
      .orderBy('chat_groups.id')
      .orderBy('holds.granted_at', 'desc')
      .execute()
    if (holds.length === 0) return []
    const { digits } = codesOf(key, { showId, viewerId })
    return [...Map.groupBy(holds, ({ id }) => id).values()].flatMap((ofGroup) => {
      const [first] = ofGroup
      if (first === undefined) return []
      const { name, point } = HeldGroup.parse(JSON.parse(first.terms ?? ''))
      const handed = ofGroup.filter(({ handedAt }) => handedAt !== null).length
      const isThere = ofGroup.some((hold) => hold.handedAt === null && wasThere(hold)) || ofGroup.every(wasThere)
      return {
        group: name,
        point,
        digits,
        arrivedAt: isThere ? first.arrivedAt : null,
        orders: ofGroup.length,
        handed,
      }
    })
  },
}
