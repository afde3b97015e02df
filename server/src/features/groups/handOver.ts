// Job that takes down what a leader's phone has handed over: each hold once, and what two phones say of one hold is a conflict.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { HandedOver, HandOver } from '@lantern/shared/contract/leaderPage.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendEvent } from '../../events/append.ts'
import { holdsOfGroup } from './cameOf.ts'
import { type Entered, type EnterRefusal, enterPage, type FromPhone } from './enterPage.ts'
import { codesOf, isCodeOf } from './pickupCode.ts'
import { within } from './tables.ts'

interface Handing extends FromPhone, HandOver {
  readonly key: string
}

type Refused = EnterRefusal | 'ORDER_NOT_HERE' | 'CODE_WRONG'

export const handOver: Job<Handing, Changed<Outcome<HandedOver, Refused>>> = {
  name: 'groups.handOver',
  kind: 'write',
  async work(db, handing, context) {
    const holdIds = [...new Set(handing.holdIds)]
    const asked = { ...handing, holdIds }
    const { showId, id, at, deviceHash } = asked
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    const group = await enterPage(db, asked)
    if (!group.ok) return unchanged(group)
    const isMine = await areOfBuyer(db, group.value, asked)
    if (show === undefined || !isMine.ok) return unchanged(isMine.ok ? refuse('ORDER_NOT_HERE') : isMine)

    const before = await readBefore(db, holdIds)
    const isKnown = (holdId: HoldId) => before.some((row) => row.hold_id === holdId && row.id === id)
    const fresh = holdIds.filter((holdId) => !isKnown(holdId))
    const taken = new Set(before.map(({ hold_id }) => hold_id))
    const conflicts = holdIds.filter((holdId) =>
      before.some((row) => row.hold_id === holdId && row.is_first === 1 && row.id !== id),
    )
    if (fresh.length === 0) return unchanged(grant({ conflicts }))
    const payload = { groupId: group.value.id, handOverId: id, at, holdIds: fresh, conflicts }
    await appendEvent(db, { show, actor: `leader:${group.value.id}`, type: 'group:handed', payload }, context)
    const taken_at = await context.now()
    const rows = fresh.map((hold_id) => {
      const first = taken.has(hold_id) ? 0 : 1
      return {
        hold_id,
        id,
        group_id: group.value.id,
        at,
        taken_at,
        device_hash: deviceHash ?? '',
        is_first: first,
      } as const
    })
    await within(db).insertInto('hand_overs').values(rows).execute()
    return changedIn(grant({ conflicts }), showId)
  },
}

const readBefore = (db: Kysely<Schema>, holdIds: readonly HoldId[]) =>
  within(db)
    .selectFrom('hand_overs')
    .select(['hold_id', 'id', 'is_first'])
    .where('hold_id', 'in', [...holdIds])
    .execute()

type Asked = Pick<Handing, 'showId' | 'holdIds' | 'code' | 'key'>

/** All are of the group and of the buyer whose code it is. What went back meanwhile was in somebody's hands all the same. */
async function areOfBuyer(
  db: Kysely<Schema>,
  { id }: Entered,
  { showId, holdIds, code, key }: Asked,
): Promise<Outcome<null, 'ORDER_NOT_HERE' | 'CODE_WRONG'>> {
  const holds = await holdsOfGroup(db, id)
    .select(['holds.id', 'holds.viewer_id'])
    .where('holds.show_id', '=', showId)
    .where('holds.id', 'in', [...holdIds])
    .execute()
  if (holds.length !== holdIds.length) return refuse('ORDER_NOT_HERE')
  const isRight = holds.every(({ viewer_id: viewerId }) => isCodeOf(codesOf(key, { showId, viewerId }), code))
  return isRight ? grant(null) : refuse('CODE_WRONG')
}

/** From now on this phone hands over at the group's pick-up point. */
export const takeCounter: Job<FromPhone, Outcome<null, EnterRefusal | 'POINT_NOT_FOUND'>> = {
  name: 'groups.takeCounter',
  kind: 'write',
  async work(db, from) {
    const group = await enterPage(db, from)
    if (!group.ok) return group
    if (group.value.point_id === null) return refuse('POINT_NOT_FOUND')
    const update = within(db).updateTable('pickup_points').set({ device_hash: from.deviceHash })
    await update.where('id', '=', group.value.point_id).execute()
    return grant(null)
  },
}
